import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import { type TextDoubt, textDoubts } from '../../src/responses/text-doubts.ts';

const doubtful: Readonly<Record<TextDoubt, readonly string[]>> = {
  'case-number': [
    '52SB0012323',
    'See 01AB/12345/23 for why.',
    '01AB1234523',
    '01 AB 12345 23',
    '01-AB-12345-23',
    '52 SB 0012323',
    '52sb0012323',
    '01ab/12345/23',
    'the file (06E41234567) was late',
    '0612/12345/23',
    '06 12 12345 23',
    '521200123 is the case',
    'URN:52SB0012323.',
    '52SB0012323, 52SB0012324',
    'achos 63DN0012323/26',
  ],
  email: ['jo.bloggs@cps.gov.uk', 'write to <j@example.org>', 'siân.ŵ@example.cymru', "o'neil+x@mail.example.co.uk"],
  phone: [
    '07700 900123',
    '07700900123',
    'Ring 020 7946 0018.',
    '(020) 7946 0018',
    '020-7946-0018',
    '+44 20 7946 0018',
    '+44 (0)7700 900 123',
    '0044 7700 900123',
    '01632 960 001',
    '029 2018 0000',
    '0800 111 4567',
  ],
  'national-insurance': ['AB123456C', 'ab 12 34 56 c', 'JK 12 34 56 D', 'number JK-12-34-56-A?'],
  'person-name': [
    'Mr Jones',
    'mr Jones',
    'Mr. Jones',
    'Mrs O’Neil said so',
    "Ms O'Neil",
    'Miss Ŵyn-Davies',
    'Dr Jo',
    'Mr J. P. Smith',
    'Mr SMITH was asked',
    'Mr McDonald',
    'Mr ap Rhys',
    'Dr de Souza',
    'Judge Smith',
    'HHJ Smith KC',
    'DC Patel',
    'DC 1234 Patel',
    'PC Jones',
    'Sgt Khan was there',
    'Detective Inspector Rees',
    'Mr Justice Green',
    'y Barnwr Evans',
    'Rhingyll Jones',
  ],
};

const harmless = [
  '',
  'In 2026 15000 people were asked, in 2025 only 12000.',
  'Between 2023 and 2027',
  '2023-2027, 2023/24, 2023–24',
  'Q3 2026/27',
  'by 10/03/2023 or 2023-03-10 at 17:00',
  '£1,200,000 or £1200000000 or €120000000',
  '1,234,567,890 pages',
  '45.7% against 61.2 %; 1234567890%',
  'from 10 to 15000 cases',
  'We had 50 or 10000 of them, 24 in 10000 were late',
  '10 000 000 pages in 54 sites',
  'Version 4.10.1 of 12 March',
  'Mr',
  'Mr.',
  'Mr and Mrs',
  'DC',
  'The DC was late. The PC too.',
  'DC or AC power',
  'PC. The mouse works.',
  'a new PC World voucher',
  'my pc is slow',
  'Ms Teams and MS Word',
  'Miss the old system',
  'The Lord Chancellor and the Lady Chief Justice',
  'Judge Advocate',
  'I judge that We should wait',
  'CPS Direct, HQ and Wessex',
  'Common Platform @ home',
  'Follow us @CPSUK',
  '101 or 999',
  'Windows 11 on 7597 laptops',
  'ISO 27001 and WCAG 2.2 AA',
  'BG123456A ZZ123456A',
  'Mae Cymru-Wales yn brysur iawn, a Dr heb enw.',
];

describe('doubts about a written answer', () => {
  for (const [kind, texts] of Object.entries(doubtful)) {
    for (const text of texts) {
      it(`finds ${kind} in “${text}”`, () => {
        assert.deepEqual(textDoubts(text), [kind]);
      });
    }
  }

  for (const text of harmless) {
    it(`finds nothing in “${text}”`, () => {
      assert.deepEqual(textDoubts(text), []);
    });
  }

  it('finds several kinds, each once, and over several lines', () => {
    const text = 'Mr Jones and Mrs Smith\n52SB0012323 52SB0012324\nj@example.org 07700 900123 AB123456C';
    assert.deepEqual(textDoubts(text), ['case-number', 'email', 'phone', 'national-insurance', 'person-name']);
  });

  it('finds every case number as it is written, in any text', () => {
    const digits = (count: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
    const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const serial = fc.constantFrom(5, 6, 7).chain(digits);
    const unit = fc.tuple(letter, fc.oneof(letter, digits(1))).map((both) => both.join(''));
    const separator = fc.constantFrom('', ' ', '/', '-');
    fc.assert(
      fc.property(digits(2), unit, serial, fc.option(digits(2)), separator, (force, code, number, year, between) => {
        const written = [force, code, number, ...(year === null ? [] : [year])].join(between);
        assert.ok(textDoubts(`It was ${written}, as I said.`).includes('case-number'), written);
      }),
    );
  });

  it('finds nothing in what the templates ask', () => {
    for (const { questions } of listTemplates()) {
      for (const { text } of questions) {
        for (const words of Object.values(text)) assert.deepEqual(textDoubts(words), []);
      }
    }
  });
});
