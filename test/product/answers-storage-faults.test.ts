import assert from 'node:assert/strict';
import type { PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import { startEmbeddedCosmos } from '../../src/local/embedded-cosmos.ts';
import { type FailingProxy, startFailingProxy } from '../delivery/failing-proxy.ts';
import type { Actor } from '../simulator/actor.ts';
import { createRandom } from '../simulator/random.ts';
import { broadcast, english, install, messageAbout, titleOf } from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 30 }, (_, index) => madeUpPerson(index + 1));

const form = {
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
};

for (const privacy of ['confidential', 'anonymous'] as const satisfies readonly PrivacyPromise[]) {
  describe(`answers to a ${privacy} prompt while the store breaks off in the middle`, function () {
    this.timeout(90_000);
    const closing: (() => Promise<void>)[] = [];
    let proxy: FailingProxy;
    let run: ProductUnderTest;
    let id: string;

    before(async () => {
      const cosmos = await startEmbeddedCosmos({ port: 0 });
      proxy = await startFailingProxy(cosmos.endpoint, [500], createRandom(11));
      closing.push(cosmos.close, proxy.close);
      const { key } = cosmos;
      run = await startProductUnderTest({
        people: [lead, ...staff],
        config: { cosmos: { endpoint: proxy.endpoint, key, database: 'cps-roadmap' } },
      });
      closing.push(run.close);
      await install(run.teams);
      const own = { ...form, privacy };
      ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', own, { unchecked: true }));
    });

    after(async () => {
      proxy.fail(0);
      for (const close of closing.reverse()) await close();
    });

    const message = (of: Actor) => messageAbout(of, id);
    const live = async () => {
      const { responses } = await run.product.stores.responses.page(id, 1_000);
      return responses.filter(({ withdrawn }) => withdrawn !== true);
    };

    /** Presses a button until the card has this title, as people do; gives back how often they pressed in vain. */
    async function press(of: Actor, verb: string, inputs: Record<string, string>, title: string): Promise<number> {
      for (let vain = 0; ; vain += 1) {
        assert.ok(vain < 40, 'it never worked');
        const { card } = await of.executes(message(of), verb, inputs);
        if (titleOf(card) === title) return vain;
        // The error took the place of the card; the stored one comes back.
        await of.reacts(message(of));
      }
    }

    it('end in one answer a person, with a receipt, when the person tries again', async () => {
      proxy.fail(0.15);
      const vain = await Promise.all(
        staff.map(async ({ id: person }, index) => {
          const q1 = index % 2 === 0 ? 'o1' : 'o2';
          return press(run.teams.as(person), 'prompt.answer', { q1 }, english.t('receipt.title'));
        }),
      );
      proxy.fail(0);
      assert.ok(
        vain.some((times) => times > 0),
        'nothing broke off',
      );
      assert.equal((await live()).length, staff.length);
      const given = (await live()).map(({ answers }) => JSON.stringify(answers)).toSorted();
      assert.equal(given.filter((each) => each.includes('o1')).length, staff.length / 2);
      const { participations } = await run.product.stores.participation.page(id, 1_000);
      assert.equal(participations.length, privacy === 'anonymous' ? staff.length : 0);
    });
  });
}
