import type { Temporal as Polyfill } from 'temporal-polyfill';

/*
 * Takes the place of the package in the tab: browsers that have Temporal of their own load nothing, the others load the
 * package before anything that needs it runs.
 */
const own: unknown = Reflect.get(globalThis, 'Temporal');

export const Temporal = (own ?? (await import('temporal-polyfill/implementation')).Temporal) as typeof Polyfill;
