import type { Handler } from '../handler.ts';
import { readHome } from '../home/read-home.ts';

export const getHome: Handler<'getHome'> = readHome;
