import assert from 'node:assert/strict';
import { type Command, commands } from '../../src/cards/buttons.ts';
import type { Words } from '../../src/cards/card-texts.ts';
import { cardText, newest } from './broadcasting.ts';
import { activitiesOf, english, install, jsonWithin, newestTitle, welsh } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const [lead, staff, welshLead, welshStaff] = [1, 2, 3, 4].map(personId);

const people = [
  madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false } }),
  madeUpPerson(2),
  madeUpPerson(3, { area: 'cymru-wales', language: 'cy', duties: { leads: ['cymru-wales'], roadmapOwner: false } }),
  madeUpPerson(4, { area: 'cymru-wales', language: 'cy' }),
];

const titles = {
  help: 'help.title',
  roadmap: 'roadmap.title',
  waiting: 'waiting.title',
  answers: 'myAnswers.title',
  held: 'held.title',
  broadcast: 'composeStart.title',
  results: 'resultsList.title',
} as const satisfies Record<Command, string>;

const typed: readonly (readonly [text: string, Command])[] = [
  ['help', 'help'],
  ['  HELP!  ', 'help'],
  ['Hello', 'help'],
  ['<at>CPS Roadmap</at> help', 'help'],
  ['<at id="28:bot">CPS Roadmap</at>&nbsp;help', 'help'],
  ['Cymorth, os gwelwch yn dda', 'help'],
  ['Shwmae', 'help'],
  ['road map', 'roadmap'],
  ['please show me the Roadmap', 'roadmap'],
  ['<at>CPS Roadmap</at> roadmap', 'roadmap'],
  ['Map Ffordd', 'roadmap'],
  ['MÂP FFÔRDD?', 'roadmap'],
  ['waiting', 'waiting'],
  ['What is waiting for me?', 'waiting'],
  ['Prompts waiting for me', 'waiting'],
  ["Beth sy'n aros amdanaf i?", 'waiting'],
  ['My answers', 'answers'],
  ['what did I say – my ANSWERS.', 'answers'],
  ['fy atebion', 'answers'],
  ['Broadcast', 'broadcast'],
  ['I want to send a broadcast', 'broadcast'],
  ['Darlledu', 'broadcast'],
  ['results', 'results'],
  ['see results please', 'results'],
  ['Canlyniadau', 'results'],
];

describe('commands', () => {
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people });
    await install(run.teams);
  });

  after(() => run.close());

  for (const [text, command] of typed) {
    it(`takes “${text}” for ${command}`, async () => {
      const actor = run.teams.as(lead ?? '');
      const before = actor.user.deliveries;
      assert.equal((await actor.says(text)).status, 200);
      assert.equal(newestTitle(actor), english.t(titles[command]));
      assert.equal(actor.user.deliveries, before + 1);
    });
  }

  for (const [id, words] of [
    [lead, english],
    [welshLead, welsh],
  ] as const) {
    it(`offers every command as a button and as a word to type, in ${words.language}`, async () => {
      const actor = run.teams.as(id ?? '');
      await actor.says('help');
      const help = newest(actor);
      const buttons = jsonWithin(help.card).filter(({ type }) => type === 'Action.Submit');
      assert.deepEqual(
        buttons.map(({ data }) => (data as { command: Command }).command),
        ['roadmap', 'waiting', 'answers', 'held', 'broadcast', 'results'],
      );
      for (const { data } of buttons) {
        const { command } = data as { command: Command };
        await actor.submits(data, { message: help });
        assert.equal(newestTitle(actor), words.t(titles[command]), `the button ${command}`);
        await actor.says(words.t(`command.${command}.word`));
        assert.equal(newestTitle(actor), words.t(titles[command]), `the word for ${command}`);
      }
    });
  }

  it('takes a button at its name, whatever text comes along', async () => {
    const actor = run.teams.as(staff ?? '');
    await actor.submits({ command: 'roadmap' }, { text: 'help' });
    assert.equal(newestTitle(actor), english.t('roadmap.title'));
    await actor.submits({ command: 'answers' });
    assert.equal(newestTitle(actor), english.t('myAnswers.title'));
  });

  for (const [what, text] of [
    ['what it does not understand', 'Where is the canteen?'],
    ['an empty message', ''],
    ['only a mention', '<at>CPS Roadmap</at>'],
    ['a very long message', 'canteen '.repeat(4_000)],
    ['words that only begin like a command', 'helpless resultant'],
  ] as const) {
    it(`answers ${what} with what can be asked`, async () => {
      const actor = run.teams.as(staff ?? '');
      const before = actor.user.deliveries;
      assert.equal((await actor.says(text)).status, 200);
      assert.equal(actor.user.deliveries, before + 1);
      assert.equal(newestTitle(actor), english.t('notice.commandUnknown.title'));
      const offered = jsonWithin(newest(actor).card).flatMap(
        ({ data }) => (data as { command?: string })?.command ?? [],
      );
      assert.ok(offered.includes('help'), 'a button for help');
    });
  }

  for (const value of [
    { command: 'unheard-of' },
    { command: 7 },
    { command: 'x'.repeat(200) },
    'text',
    7,
    ['roadmap'],
  ]) {
    it(`answers a button with the value ${JSON.stringify(value).slice(0, 30)} with what can be asked`, async () => {
      const actor = run.teams.as(staff ?? '');
      const before = actor.user.deliveries;
      assert.equal((await actor.submits(value)).status, 200);
      assert.equal(actor.user.deliveries, before + 1);
      assert.equal(newestTitle(actor), english.t('notice.commandUnknown.title'));
    });
  }

  for (const [id, words] of [
    [staff, english],
    [welshStaff, welsh],
  ] as const) {
    it(`tells staff kindly, in ${words.language}, that broadcasts and results are for leads`, async () => {
      const actor = run.teams.as(id ?? '');
      for (const command of ['broadcast', 'results'] as const) {
        assert.equal((await actor.says(words.t(`command.${command}.word`))).status, 200);
        assert.equal(newestTitle(actor), words.t('error.LeadsOnly.title'), command);
        assert.ok(cardText(newest(actor).card).includes(words.t('error.LeadsOnly.text')));
      }
    });

    it(`offers staff no command of leads, in ${words.language}`, async () => {
      const actor = run.teams.as(id ?? '');
      await actor.says(words.t('command.help.word'));
      assert.equal(newestTitle(actor), words.t('help.title'));
      const offered = jsonWithin(newest(actor).card).flatMap(
        ({ data }) => (data as { command?: Command })?.command ?? [],
      );
      const forStaff = commands.filter((command) => !['broadcast', 'results', 'help'].includes(command));
      assert.deepEqual(offered, forStaff);
    });
  }

  it('says so where there is nothing yet, in both languages', async () => {
    const empty: readonly (readonly [Command, Parameters<Words['t']>[0]])[] = [
      ['roadmap', 'roadmap.empty'],
      ['waiting', 'waiting.empty'],
      ['answers', 'myAnswers.empty'],
      ['results', 'resultsList.empty'],
    ];
    for (const [id, words] of [
      [lead, english],
      [welshLead, welsh],
    ] as const) {
      const actor = run.teams.as(id ?? '');
      for (const [command, sentence] of empty) {
        await actor.says(words.t(`command.${command}.word`));
        assert.ok(cardText(newest(actor).card).includes(words.t(sentence)), `${command} in ${words.language}`);
      }
    }
  });

  it('finds a person again who writes after the bot had lost them', async () => {
    const actor = run.teams.as(staff ?? '');
    await run.teams.post(activitiesOf(run.teams).installation(actor.user, 'remove'));
    await actor.says('help');
    const person = await run.product.stores.people.get(staff ?? '');
    assert.equal(person?.value.reach.state, 'reachable');
  });
});
