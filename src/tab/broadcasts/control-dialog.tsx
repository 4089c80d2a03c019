import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { useOrder } from '../api/use-order.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { type PlainControl, peopleConcerned } from './control-list.ts';
import { concerns } from './use-progress.ts';

const routes = { 'stop-series': 'stopSeries', 'take-back': 'takeBack' } as const;

function routeOf(control: PlainControl) {
  return control === 'stop-series' || control === 'take-back' ? routes[control] : control;
}

export interface ControlDialogProps {
  readonly broadcast: BroadcastJson;
  readonly control: PlainControl;
  readonly onClose: () => void;
}

/** Asks whether something is to be done to a broadcast, naming how many people it concerns, and has it done. */
export function ControlDialog({ broadcast, control, onClose }: ControlDialogProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const { id } = broadcast;
  const queries = useQueryClient();
  const order = useOrder(routeOf(control), async () => {
    await queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, id) });
    onClose();
  });
  const people = words.people(peopleConcerned(broadcast, control) ?? 0);
  return (
    <ConfirmDialog
      open
      title={words.t(`control.${control}.title`)}
      confirm={words.t(`control.${control}.confirm`, { people })}
      pending={order.isPending}
      error={order.error}
      onConfirm={() => order.mutate({ broadcastId: id })}
      onClose={onClose}
    >
      <p className={look.text}>{words.t(`control.${control}.text`, { people })}</p>
    </ConfirmDialog>
  );
}
