const sentences = {
  en: 'CPS Roadmap works in Microsoft Teams. Open Teams, choose Apps, then CPS Roadmap.',
  cy: 'Mae Map Ffordd CPS yn gweithio yn Microsoft Teams. Agorwch Teams, dewiswch Apiau, yna Map Ffordd CPS.',
} as const;

/** Says to somebody who opened the page in a browser of its own where it works. Nothing else is loaded for that. */
export function showOutsideTeams(container: HTMLElement, browserLanguage: string): void {
  const language = browserLanguage.toLowerCase().startsWith('cy') ? 'cy' : 'en';
  document.documentElement.lang = language;
  const main = document.createElement('main');
  main.className = 'outside';
  const heading = document.createElement('h1');
  heading.textContent = language === 'cy' ? 'Map Ffordd CPS' : 'CPS Roadmap';
  const paragraph = document.createElement('p');
  paragraph.textContent = sentences[language];
  main.append(heading, paragraph);
  container.replaceChildren(main);
}
