import type { Broadcast } from '../../broadcasts/broadcast.ts';
import { readBroadcast, readConfirmed } from '../../broadcasts/read-broadcast.ts';
import { closePrompt, extendPrompt } from '../../delivery/change-closing.ts';
import {
  cancelBroadcast,
  pauseBroadcast,
  recallBroadcast,
  remindOfPrompt,
  resendToFailures,
  resumeBroadcast,
} from '../../delivery/control-broadcast.ts';
import type { ControlPorts } from '../../delivery/controlled-change.ts';
import { correctText } from '../../delivery/correct-text.ts';
import { stopSeries as stop } from '../../delivery/stop-series.ts';
import type { Person } from '../../people/person.ts';
import type { ApiServices } from '../api-services.ts';
import type { Handler } from '../handler.ts';
import { shownBroadcast } from '../shown-broadcast.ts';

type Control = (ports: ControlPorts, by: Person, id: string) => Promise<Broadcast>;
interface About {
  readonly person: Person;
  readonly params: { readonly broadcastId: string };
}

/** Does one thing to a broadcast and answers with how it stands then. */
const controlBy =
  (control: Control) =>
  async (services: ApiServices, { person, params }: About) => {
    await control(services.control, person, params.broadcastId);
    return afterwards(services, person, params.broadcastId);
  };

export const pause = controlBy(pauseBroadcast);
export const resume = controlBy(resumeBroadcast);
export const cancel = controlBy(cancelBroadcast);
export const resend = controlBy(resendToFailures);
export const remind = controlBy(remindOfPrompt);
export const recall = controlBy(recallBroadcast);
export const close = controlBy(closePrompt);
export const stopSeries = controlBy(stop);

export const correct: Handler<'correct'> = async (services, { person, params, body }) => {
  const { control, broadcasts, areas } = services;
  const broadcast = await readConfirmed(broadcasts, person, params.broadcastId);
  await correctText({ ...control, areas }, person, broadcast, body);
  return afterwards(services, person, params.broadcastId);
};

export const extend: Handler<'extend'> = async (services, { person, params, body }) => {
  await extendPrompt(services.control, person, params.broadcastId, body.deadline);
  return afterwards(services, person, params.broadcastId);
};

async function afterwards(services: ApiServices, person: Person, id: string) {
  const stored = await readBroadcast(services.broadcasts, person, id);
  return { broadcast: (await shownBroadcast(services, stored, person)).body };
}
