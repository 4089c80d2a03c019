import type { Broadcast } from '../broadcasts/broadcast.ts';
import { findContentProblems } from '../broadcasts/content-problems.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Texts } from '../language/texts.ts';
import type { AreaList } from '../people/areas.ts';
import type { Person } from '../people/person.ts';
import { correctBroadcast } from './control-broadcast.ts';
import type { ControlPorts } from './controlled-change.ts';

/**
 * Corrects title and text where they can stand. Throws BroadcastIncomplete when something in them must be mended first,
 * and what {@link correctBroadcast} throws.
 */
export async function correctText(
  ports: ControlPorts & { readonly areas: AreaList },
  by: Person,
  { id, content, audience }: Broadcast,
  texts: { readonly title: Texts; readonly body: Texts },
): Promise<Broadcast> {
  const problems = findContentProblems({ ...content, ...texts }, audience, ports.areas, ports.clock.now());
  const written = Object.keys(problems).filter((field) => /^(title|body)\./.test(field));
  if (written.length > 0) throw new ProductError('BroadcastIncomplete');
  return correctBroadcast(ports, by, id, texts);
}
