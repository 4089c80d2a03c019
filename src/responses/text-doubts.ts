export type TextDoubt = 'case-number' | 'email' | 'phone' | 'national-insurance' | 'person-name';

export function textDoubts(text: string): readonly TextDoubt[] {
  return text === '' ? [] : [];
}
