import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { openCosmos } from '../../src/cosmos/database.ts';
import type { TokenKind } from '../simulator/authorizations.ts';
import { activitiesOf, broadcast, english, install, messageAbout } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(2, { duties: { leads: ['wessex'], roadmapOwner: false } });
const otherTenant = '11111111-1111-4111-8111-111111111111';

describe('the door of the bot', () => {
  let run: ProductUnderTest;
  let address: string;

  before(async () => {
    run = await startProductUnderTest({ people: [madeUpPerson(1), lead] });
    address = `http://127.0.0.1:${run.product.port}/api/messages`;
    await install(run.teams);
  });

  after(() => run.close());

  const help = () => activitiesOf(run.teams).message(run.teams.user(personId(1)), 'help');
  const post = async (
    body: string | Buffer,
    headers: Record<string, string> = {},
    method: Dispatcher.HttpMethod = 'POST',
  ) => {
    const answer = await request(address, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'GET' ? {} : { body }),
    });
    return { status: answer.statusCode, text: await answer.body.text() };
  };
  const answersNothing = async (act: () => Promise<unknown>) => {
    const { user } = run.teams.as(personId(1));
    const before = user.deliveries;
    const result = await act();
    assert.equal(user.deliveries, before, 'nothing is said');
    return result;
  };

  it('lets in what the Bot Framework signed', async () => {
    assert.equal((await run.teams.post(help())).status, 200);
  });

  for (const token of [
    'none',
    'forged',
    'unknown key',
    'altered',
    'unsigned',
    'expired',
    'wrong audience',
    'wrong issuer',
    'wrong service address',
  ] satisfies readonly TokenKind[]) {
    it(`answers 401 to a token that is ${token}, and does nothing`, () =>
      answersNothing(async () => {
        const { status, body } = await run.teams.post(help(), { token });
        assert.equal(status, 401);
        assert.deepEqual(body, { error: { code: 'Unauthorized' } });
      }));
  }

  for (const authorization of ['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic dTpw', 'x'.repeat(5_000)]) {
    it(`answers 401 to the authorization “${authorization.slice(0, 20)}”`, async () => {
      const { status, text } = await post(JSON.stringify(help()), { authorization });
      assert.equal(status, 401);
      assert.deepEqual(JSON.parse(text), { error: { code: 'Unauthorized' } });
    });
  }

  it('takes no token for another address of the connector', () =>
    answersNothing(async () => {
      const { status } = await run.teams.post({ ...help(), serviceUrl: 'http://127.0.0.1:1/' });
      assert.equal(status, 401);
    }));

  for (const tenant of [otherTenant, '', 'constructor']) {
    it(`answers 403 to the tenant “${tenant}”, and does nothing`, () =>
      answersNothing(async () => {
        const { status, body } = await run.teams.post({ ...help(), channelData: { tenant: { id: tenant } } });
        assert.equal(status, 403);
        assert.deepEqual(body, { error: { code: 'TenantForeign' } });
      }));
  }

  it('knows its tenant in capital letters too', async () => {
    const id = run.teams.tenantId.toUpperCase();
    assert.equal((await run.teams.post({ ...help(), channelData: { tenant: { id } } })).status, 200);
  });

  for (const [what, body] of [
    ['nothing', ''],
    ['a text', '"help"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['an empty object', '{}'],
    ['a type that is a number', '{"type":7}'],
    ['broken JSON', '{"type":"message"'],
    ['JSON of built-in names', '{"__proto__":{"type":"message"}}'],
  ] as const) {
    it(`answers 400 to ${what}`, async () => {
      const { status, text } = await post(body);
      assert.equal(status, 400);
      assertPlain(text);
    });
  }

  for (const [what, change] of [
    ['no sender', { from: undefined }],
    ['no conversation', { conversation: undefined }],
    ['no tenant', { channelData: {} }],
    ['a sender that is no id', { from: { id: 'x', aadObjectId: 'nobody' } }],
    ['endless ids', { conversation: { id: 'x'.repeat(10_000), conversationType: 'personal' } }],
  ] as const) {
    it(`answers 400 to a message with ${what}`, () =>
      answersNothing(async () => {
        const { status, body } = await run.teams.post({ ...help(), ...change });
        assert.equal(status, 400);
        assert.ok(body === undefined || JSON.stringify(body).length < 100);
      }));
  }

  for (const type of ['typing', 'messageReaction', 'event', 'messageUpdate', 'unheardOf']) {
    it(`stays silent on ${type}`, () =>
      answersNothing(async () => {
        const { status, body } = await run.teams.post({ ...help(), type });
        assert.deepEqual({ status, body }, { status: 200, body: undefined });
      }));
  }

  it('answers 413 to a body that is too large, plain or compressed', async () => {
    const large = JSON.stringify({ ...help(), text: 'x'.repeat(300_000) });
    assert.equal((await post(large)).status, 413);
    const bomb = gzipSync(JSON.stringify({ ...help(), text: 'x'.repeat(50_000_000) }));
    assert.equal((await post(bomb, { 'content-encoding': 'gzip' })).status, 415);
  });

  for (const encoding of ['gzip', 'deflate', 'br', 'unheardOf']) {
    it(`stays up on a body that is not what its encoding ${encoding} says`, async () => {
      const { status } = await post('{"type":"message"}', { 'content-encoding': encoding });
      assert.equal(status, 415);
      assert.equal((await run.teams.post(help())).status, 200);
    });
  }

  for (const type of [
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'text/plain',
    'image/png',
  ]) {
    it(`takes no body of the type ${type}`, async () => {
      const { status, text } = await post(
        '--x\r\ncontent-disposition: form-data; name="type"\r\n\r\nmessage\r\n--x--',
        {
          'content-type': type,
        },
      );
      assert.equal(status, 415);
      assertPlain(text);
    });
  }

  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'] as const) {
    it(`answers 405 to ${method}`, async () => {
      const { status, text } = await post('{}', {}, method);
      assert.equal(status, 405);
      assert.ok(text.includes('"code":"MethodNotAllowed"'));
      assertPlain(text);
    });
  }

  it('answers 404 elsewhere, without repeating the address', async () => {
    const { statusCode, body } = await request(`${address}/%3Cb%3Esecret`);
    assert.equal(statusCode, 404);
    const text = await body.text();
    assert.ok(text.includes('"code":"ResourceNotFound"') && !text.includes('secret'));
    assertPlain(text);
  });

  it('tells of an error that nobody foresaw only its reference, which is in the log', async () => {
    const form = { 'title.en': 'T', 'body.en': 'B', 'q1.kind': 'free-text', 'q1.text.en': 'Why?' };
    const { id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', form);
    const { endpoint, key = '', database } = run.config.cosmos;
    const cosmos = openCosmos({ endpoint, key });
    await cosmos.database(database).container('responses').delete();
    cosmos.dispose();
    const actor = run.teams.as(personId(1));
    const result = await actor.executes(messageAbout(actor, id), 'prompt.answer', { q1: 'Because' });
    assert.equal(result.status, 200);
    assert.equal(result.outcome, 'error');
    const line = run.logged.find((each) => each.includes('"action failed"'));
    const { correlationId } = JSON.parse(line ?? '{}') as { correlationId?: string };
    const reference = english.t('error.Unexpected.reference', { reference: correlationId ?? '' });
    const said = `${english.t('error.Unexpected.title')}. ${english.t('error.Unexpected.text')}\n${reference}`;
    assert.equal(result.text, said);
    assert.ok(!JSON.stringify(result.body).match(/cosmos|container|resource|stack|at \w+ \(/i));
    assert.ok(!(line ?? '').includes('Because'), 'no answer in the log');
  });
});

/** That an answer has a code, and nothing that an exception said. */
function assertPlain(text: string): void {
  assert.match(text, /"code":"[A-Za-z]+"/);
  assert.doesNotMatch(text, /message|stack|Error:|Unexpected (end|token)|node_modules/i);
}
