import { startEmbeddedCosmos } from '../../../src/local/embedded-cosmos.ts';
import { answerParent } from '../child-process.ts';

const cosmos = await startEmbeddedCosmos({ port: 0 });
answerParent({ endpoint: cosmos.endpoint, key: cosmos.key }, cosmos.close);
