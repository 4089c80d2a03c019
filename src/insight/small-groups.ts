export { smallestGroup } from './smallest-group.ts';
