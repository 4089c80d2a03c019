import assert from 'node:assert/strict';
import fc from 'fast-check';
import { oneLine, plainText, shortened } from '../../src/cards/plain-text.ts';

describe('plainText', () => {
  const escapes = [
    ['[our page](https://example.org)', '\\[our page\\](https://example.org)'],
    ['![picture](https://example.org/a.png)', '!\\[picture\\](https://example.org/a.png)'],
    ['*very* _very_ `odd`', '\\*very\\* \\_very\\_ \\`odd\\`'],
    ['# Title', '\\# Title'],
    ['- one', '\\- one'],
    ['+ one', '\\+ one'],
    ['> said', '\\> said'],
    ['1. first', '1\\. first'],
    ['12) twelfth', '12\\) twelfth'],
    ['===', '\\==='],
    ['~~~', '\\~\\~~'],
    ['<https://example.org>', '\\<https://example.org>'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['{{DATE(2017-02-14T06:08:39Z,SHORT)}}', '\\{{DATE(2017-02-14T06:08:39Z,SHORT)}}'],
    ['a \\ b', 'a \\\\ b'],
    ['| a | b |', '| a | b |'],
  ] as const;
  for (const [written, escaped] of escapes) {
    it(`writes ${written} as ${escaped}`, () => {
      assert.equal(plainText(written), escaped);
    });
  }

  it('leaves ordinary sentences alone', () => {
    for (const text of ['It costs £3.50 (about 10% more) – 2 < 3 & true!', '3.5 hours, well-known: yes', '2027 plan']) {
      assert.equal(plainText(text), text);
    }
  });

  it('makes a paragraph of every line, whatever ends it', () => {
    assert.equal(plainText('one\ntwo\r\n\r\n  - three\rfour\n'), 'one\n\ntwo\n\n\\- three\n\nfour');
  });

  it('never adds or loses a character but for escapes and line breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const shown = plainText(text).replace(/\\([!-/:-@[-`{-~])/g, '$1');
        assert.equal(shown.replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    );
  });

  it('leaves no character that could begin emphasis, code or a link', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const withoutEscapes = plainText(text).replace(/\\./g, '');
        assert.doesNotMatch(withoutEscapes, /[*_`[\]]/);
      }),
    );
  });
});

describe('oneLine and shortened', () => {
  it('put a text on one line', () => {
    assert.equal(oneLine(' a\n b\t c '), 'a b c');
  });

  it('cut between characters, never within one', () => {
    assert.equal(shortened('abcdef', 6), 'abcdef');
    assert.equal(shortened('abc def', 5), 'abc…');
    assert.equal(shortened('👩‍⚖️'.repeat(3), 2), '👩…');
  });
});
