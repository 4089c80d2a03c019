import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { localTimestamp } from './activities.ts';
import { createConnectorCaller } from './connector-caller.ts';
import { isJson, type Json, textAt } from './json.ts';
import { cardOf, messageWith, sample } from './sample.ts';
import { createTeams, type Teams } from './teams.ts';

function fixture(name: string): Json {
  return JSON.parse(readFileSync(new URL(`../fixtures/activities/${name}.json`, import.meta.url), 'utf8'));
}

/** The properties of an activity with the types of their values; what a card or a person decides is left open. */
function shapeOf(value: unknown, path = ''): unknown {
  if (path === '/value/action/data' || path === '/value/choice' || path === '/value/why') return 'anything';
  if (Array.isArray(value)) return value.map((item) => shapeOf(item, `${path}[]`));
  if (!isJson(value)) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, `${path}/${name}`)]));
}

describe('the activities of the simulator', () => {
  let teams: Teams;
  let server: Server;
  let received: Json[];
  let headers: Record<string, unknown>;

  beforeEach(async () => {
    received = [];
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      received.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      headers = request.headers;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : '';
    teams = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }], botEndpoint: `http://127.0.0.1:${port}` });
  });

  afterEach(async () => {
    await teams.close();
    server.close();
  });

  async function cardShown() {
    const action = { type: 'Action.Execute', id: 'send', title: 'Send', verb: 'prompt.answer', data: { a: 1 } };
    const refresh = { action: { type: 'Action.Execute', verb: 'prompt.show', data: {} } };
    const alys = teams.as('Alys Rees');
    const card = { ...cardOf([], [action]), refresh };
    await createConnectorCaller(teams).send(alys.user.conversationId, messageWith(card));
    const [message] = alys.user.messages;
    assert.ok(message);
    return { alys, message };
  }

  const acts: Record<string, () => Promise<unknown>> = {
    message: () => teams.as('Alys Rees').says('roadmap'),
    'installation-remove': () => teams.as('Alys Rees').uninstall(),
    'card-action': async () => {
      const { alys, message } = await cardShown();
      await alys.executes(message, 'prompt.answer');
    },
    'card-refresh': async () => {
      const { alys, message } = await cardShown();
      await alys.opens(message);
    },
    'card-submit': async () => {
      const { alys, message } = await cardShown();
      await alys.submits({ choice: 'a', why: 'It is clear' }, { message });
    },
    reaction: async () => {
      const { alys, message } = await cardShown();
      await alys.reacts(message);
    },
  };

  for (const [name, act] of Object.entries(acts)) {
    it(`have the shape of ${name}.json`, async () => {
      await act();
      assert.equal(received.length, 1);
      assert.deepEqual(shapeOf(received[0]), shapeOf(fixture(name)));
    });
  }

  it('have the shape of bot-added.json and installation-add.json on an installation', async () => {
    await teams.as('Alys Rees').install();
    const [added, installed] = received.toSorted((a, b) => String(a.type).localeCompare(String(b.type)));
    assert.deepEqual(shapeOf(added), shapeOf(fixture('bot-added')));
    assert.deepEqual(shapeOf(installed), shapeOf(fixture('installation-add')));
  });

  it('say who, where and in which tenant, in the headers too', async () => {
    await teams.as('Alys Rees').says('roadmap');
    const [activity] = received;
    const { id, aadObjectId, conversationId } = teams.user('Alys Rees');
    assert.deepEqual(activity?.from, { id, name: 'Alys Rees', aadObjectId });
    assert.deepEqual(textAt(activity, 'conversation', 'id'), conversationId);
    assert.deepEqual(textAt(activity, 'channelData', 'tenant', 'id'), sample.tenantId);
    assert.deepEqual(headers['x-ms-conversation-id'], conversationId);
    assert.deepEqual(headers['x-ms-tenant-id'], sample.tenantId);
  });

  it('tell the local time with its offset, in winter and in summer', () => {
    const winter = new Date('2026-11-23T09:30:15.482Z');
    const summer = new Date('2026-06-23T08:31:39.120Z');
    assert.equal(localTimestamp(winter, 'Europe/London'), '2026-11-23T09:30:15.482+00:00');
    assert.equal(localTimestamp(summer, 'Europe/London'), '2026-06-23T09:31:39.120+01:00');
    assert.equal(localTimestamp(winter, 'America/St_Johns'), '2026-11-23T06:00:15.482-03:30');
  });
});
