import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../../src/config.ts';
import { loadSample } from '../../src/local/sample/load-sample.ts';
import { playgroundPeople, samplePeople } from '../../src/local/sample/people.ts';
import { startTeamsHost, type TeamsHost } from '../../src/local/teams-host/start-teams-host.ts';
import type { Person } from '../../src/people/person.ts';
import { systemClock } from '../../src/time/clock.ts';
import { audience, clientId, type Entra, startEntra } from '../api/entra.ts';
import { install } from '../product/in-the-chat.ts';
import { type ProductUnderTest, startProductUnderTest, tenantId } from '../product/product-under-test.ts';
import { builtTab } from './built-tab.ts';

const { roadmapOwner, leadOfWessex, leadOfCymruWales, staffOfWessex, staffOfCymruWales } = playgroundPeople;

/** Who opens the tab in tests. The roadmap owner administers as well, and the lead of Cymru-Wales reads Welsh. */
export const visitors = {
  lead: leadOfWessex,
  owner: roadmapOwner,
  staff: staffOfWessex,
  welshLead: leadOfCymruWales,
  welshStaff: staffOfCymruWales,
} as const;

/** Somebody of the organisation who is not in the directory. */
export const strangerId = '99999999-9999-4999-8999-999999999999';

export interface TabUnderTest extends ProductUnderTest {
  /** The page that plays Teams around the tab. */
  readonly host: TeamsHost;
  readonly tabUrl: string;
  readonly entra: Entra;
}

export interface TabOptions {
  /** People beside those of the sample. */
  readonly people?: readonly Person[];
  /** Who does not have the app in Teams. */
  readonly withoutApp?: readonly string[];
  /** What is set otherwise than usual. */
  readonly config?: Pick<Partial<Config>, 'tenantPerSecond' | 'resultsEveryMinutes' | 'timing'>;
}

/** The whole product with the built tab and the sample data; everybody has the app unless said otherwise. */
export async function startTabUnderTest(options: TabOptions = {}): Promise<TabUnderTest> {
  const { people = [], withoutApp = [], config = {} } = options;
  const [folder, entra, port] = await Promise.all([builtTab(), startEntra(), freePort()]);
  const tabUrl = `http://127.0.0.1:${port}/tab/`;
  const host = await startTeamsHost({
    port: 0,
    tabUrl,
    tenantId,
    people: [
      ...Object.entries(visitors).map(([label, { id, language }]) => ({
        id,
        label,
        language: languageOf(label, language),
      })),
      { id: strangerId, label: 'stranger', language: 'en' },
    ],
    token: entra.token,
  });
  const everybody = [...samplePeople(), ...people].map(withDutiesOfTest);
  const run = await startProductUnderTest({
    people: everybody,
    users: everybody.map(({ id, name = id }) => ({ aadObjectId: id, name, installed: !withoutApp.includes(id) })),
    config: {
      http: { host: '127.0.0.1', port },
      api: { clientId, audience, localJwksUrl: entra.jwksUrl },
      tab: { folder, hostOrigins: [host.origin] },
      daysBetweenPrompts: 0,
      ...config,
    },
  });
  await loadSample(run.product.stores, systemClock);
  await install(run.teams, ...everybody.map(({ id }) => id).filter((id) => !withoutApp.includes(id)));
  return {
    ...run,
    host,
    tabUrl,
    entra,
    close: async () => {
      await host.close();
      await run.close();
      await entra.close();
    },
  };
}

function withDutiesOfTest(person: Person): Person {
  if (person.id === roadmapOwner.id) return { ...person, duties: { ...person.duties, administrator: true } };
  return person.id === leadOfCymruWales.id ? { ...person, language: 'cy' } : person;
}

function languageOf(label: string, language: Person['language']): Person['language'] {
  return label === 'welshLead' ? 'cy' : language;
}

/** A port that nobody listens on; the page around the tab must know it before the product listens there. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const closed = once(server, 'close');
  server.close();
  await closed;
  return typeof address === 'object' && address !== null ? address.port : 0;
}
