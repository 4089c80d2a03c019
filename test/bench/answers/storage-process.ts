import { startEmbeddedCosmos } from '../../../src/local/embedded-cosmos.ts';
import { startEmbeddedQueue } from '../../../src/local/embedded-queue.ts';
import { answerParent } from '../child-process.ts';

export interface Storage {
  readonly cosmos: { readonly endpoint: string; readonly key: string };
  readonly queueConnectionString: string;
}

const [cosmos, queue] = await Promise.all([startEmbeddedCosmos({ port: 0 }), startEmbeddedQueue({ port: 0 })]);
const { endpoint, key } = cosmos;
const storage: Storage = { cosmos: { endpoint, key }, queueConnectionString: queue.connectionString };
answerParent(storage, async () => {
  await Promise.all([cosmos.close(), queue.close()]);
});
