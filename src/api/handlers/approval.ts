import { approveBroadcast } from '../../broadcasts/confirm-broadcast.ts';
import { sendBackToAuthor, takeBackRequest } from '../../broadcasts/decline-approval.ts';
import { tellOfSendingBack } from '../../delivery/follow-agreement.ts';
import { agreedAnswer, readSeen } from '../agreed.ts';
import type { Handler } from '../handler.ts';
import { shownBroadcast } from '../shown-broadcast.ts';

export const approve: Handler<'approve'> = async (services, { person, params, body }) =>
  agreedAnswer(services, person, await approveBroadcast(services.compose, person, params.broadcastId, readSeen(body)));

export const sendBack: Handler<'sendBack'> = async (services, { person, params, body }) => {
  const draftAgain = await sendBackToAuthor(services.compose, person, params.broadcastId, body.because);
  await tellOfSendingBack(services, draftAgain);
  return { broadcast: (await shownBroadcast(services, draftAgain.draft, person)).body };
};

export const takeBack: Handler<'takeBack'> = async (services, { person, params }) => {
  const { draft } = await takeBackRequest(services.compose, person, params.broadcastId);
  return { broadcast: (await shownBroadcast(services, draft, person)).body };
};
