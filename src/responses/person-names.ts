/** Titles in English and Welsh. Police ranks are taken in capitals only: a "pc" may be a computer. */
const titles = words(`[Mm]r [Mm]rs [Mm]s Miss Mx [Dd]r Prof Professor Sir Dame Lord Lady
  [Jj]udge HHJ DJ Recorder Justice Magistrate [Bb]arnwr Farnwr
  PC WPC PS DC DS DI DCI DSU CI Sgt Sergeant Insp Inspector Supt Superintendent Constable Detective
  Rhingyll Arolygydd Cwnstabl Ditectif`);

/** Words with a capital that may follow a title, or what looks like one, without being anybody's name. */
const noNames =
  words(`A An And At But For From He If In Is It My No Of On Or Our She So That The Then There They This To
  We What When Who With You Advocate Chancellor Chief CPS Justice Mayor MS Power Secretary Teams World`);

/** Initials, or the number that an officer wears. */
const between = String.raw`(?:\p{Lu}\.?[ \t]+|\d{2,6}[ \t]+){0,3}`;
const particle = String.raw`(?:(?:ap|ab|ferch|de|la|le|van|von|der|du|da|di|al|el|bin|O['’])[ \t]*){0,2}`;
const name = String.raw`(?:\p{Lu}['’]?\p{Lu}?\p{Ll}[\p{L}'’-]*|\p{Lu}[\p{Lu}'’-]{2,})`;
const named = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${titles})\.?[ \t]+${between}${particle}(?!(?:${noNames})(?![\p{L}'’-]))${name}`,
  'u',
);

/** Whether a title with a capitalised name after it is in a text, such as Mr Jones, HHJ Smith or DC 123 ap Rhys. */
export function namesSomebody(text: string): boolean {
  return named.test(text);
}

function words(list: string): string {
  return list.split(/\s+/).join('|');
}
