import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fillTemplate } from '../../manifest/template.ts';

describe('template of the manifest', () => {
  it('fills placeholders at any depth and leaves other values alone', () => {
    const template = {
      id: '{{ID}}',
      bots: [{ botId: '{{ID}}', files: false, limit: 3 }],
      text: 'from {{NAME}}, {{ID}}',
    };
    assert.deepEqual(fillTemplate(template, { ID: 'a', NAME: 'b' }), {
      filled: { id: 'a', bots: [{ botId: 'a', files: false, limit: 3 }], text: 'from b, a' },
      unknown: [],
    });
  });

  it('names every placeholder without a value, once', () => {
    const { filled, unknown } = fillTemplate(['{{A}}', '{{B}} {{A}}', '{{toString}}'], { B: 'b' });
    assert.deepEqual(unknown, ['A', 'toString']);
    assert.deepEqual(filled, ['{{A}}', 'b {{A}}', '{{toString}}']);
  });

  it('does not read a value as a template', () => {
    assert.deepEqual(fillTemplate('{{A}}', { A: '$& {{B}}' }), { filled: '$& {{B}}', unknown: [] });
  });
});
