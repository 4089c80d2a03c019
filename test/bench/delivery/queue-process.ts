import { startEmbeddedQueue } from '../../../src/local/embedded-queue.ts';
import { answerParent } from '../child-process.ts';

const queue = await startEmbeddedQueue({ port: 0 });
answerParent({ connectionString: queue.connectionString }, queue.close);
