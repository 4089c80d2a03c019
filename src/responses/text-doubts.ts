import { namesSomebody } from './person-names.ts';

/** What a written answer seems to hold although it should not. */
export const textDoubtKinds = ['case-number', 'email', 'phone', 'national-insurance', 'person-name'] as const;
export type TextDoubt = (typeof textDoubtKinds)[number];

/** No letter, digit, currency sign or decimal part stands directly before or after. */
const before = String.raw`(?<![\p{L}\p{N}£$€]|\p{N}[.,/-])`;
const after = String.raw`(?![\p{L}\p{N}]|[.,/-]\p{N}|\s?%)`;

function wholeWords(pattern: string, flags = 'u'): RegExp {
  return new RegExp(`${before}(?:${pattern})${after}`, flags);
}

const email = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;

/** Ten or eleven digits from 0, or from +44, in groups (Ofcom's National Telephone Numbering Plan). */
const phone = wholeWords(String.raw`(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0)(?:[1235789]\)?)(?:[ -]?\d\)?){8,9}`);

const everyPhone = new RegExp(phone, 'gu');

/** Two letters, six digits, a letter; the letters that HMRC leaves out (National Insurance Manual, NIM39110). */
const nationalInsurance = wholeWords(
  String.raw`(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]`,
  'iu',
);

/**
 * The unique reference number of a case: two digits for the police force, two characters for the unit, five to seven
 * digits, perhaps two for the year. A unit of small letters is taken only where no blank stands beside it, and one of digits
 * only where the parts are all written together or all apart, since "10 to 15000" and "in 2026 15000" are none.
 */
const caseNumber = [
  wholeWords(String.raw`\d{2}[ /-]?(?:[A-Z][A-Z\d]|\d[A-Z])[ /-]?\d{5,7}(?:[ /-]?\d{2})?`),
  wholeWords(String.raw`\d{2}[/-]?(?:[a-z][a-z\d]|\d[a-z])[/-]?\d{5,7}(?:[ /-]?\d{2})?`),
  wholeWords(String.raw`\d{9,13}`),
  wholeWords(String.raw`\d{2} \d{2} \d{5,7}(?: \d{2})?`),
  wholeWords(String.raw`\d{2}[/-]?\d{2}[/-]\d{5,7}(?:[ /-]?\d{2})?`),
];

/**
 * What in a written answer may name a person or a case, so that whoever wrote it can be asked before it is kept. It errs
 * towards asking: nothing is refused for it.
 */
export function textDoubts(text: string): readonly TextDoubt[] {
  const withoutPhones = text.replaceAll(everyPhone, ' ');
  const found: Readonly<Record<TextDoubt, boolean>> = {
    'case-number': caseNumber.some((pattern) => pattern.test(withoutPhones)),
    email: email.test(text),
    phone: phone.test(text),
    'national-insurance': nationalInsurance.test(text),
    'person-name': namesSomebody(text),
  };
  return textDoubtKinds.filter((kind) => found[kind]);
}
