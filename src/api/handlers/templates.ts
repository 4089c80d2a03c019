import { listTemplates as list } from '../../broadcasts/templates.ts';
import type { Handler } from '../handler.ts';

export const listTemplates: Handler<'listTemplates'> = async () => ({ templates: list() });
