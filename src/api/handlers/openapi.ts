import type { Handler } from '../handler.ts';
import { describeApi as describe } from '../openapi.ts';

export const describeApi: Handler<'describeApi'> = async () => describe();
