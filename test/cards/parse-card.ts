import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

type Library = typeof import('adaptivecards');

const bundle = join(import.meta.dirname, '../../node_modules/adaptivecards/dist/adaptivecards.js');

/** Loads the `adaptivecards` package, whose modules Node cannot resolve but whose browser bundle it can run. */
export function loadAdaptiveCards(): Library {
  const module = { exports: {} as Library };
  const wrapped = `(function (module, exports, self) { ${readFileSync(bundle, 'utf8')}\n})`;
  vm.runInThisContext(wrapped, { filename: bundle })(module, module.exports, {});
  return module.exports;
}

/** The package checks languages with a regular expression that keeps its place, so it refuses every second one. */
const wrongAlarm = /^Invalid value "(en|cy)" for property "lang"\.$/;

/** Teams shows no more, those folded away included. */
const mostActions = 6;

/** What the package finds wrong with a card, in words. */
export function problemsOf(
  { AdaptiveCard, HostConfig, SerializationContext }: Library,
  card: object,
): readonly string[] {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: mostActions } });
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  const failures = parsed.validateProperties().validationEvents;
  return [...events, ...failures].map(({ message }) => message).filter((message) => !wrongAlarm.test(message));
}
