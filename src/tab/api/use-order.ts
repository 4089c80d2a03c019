import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useApi } from './api-context.tsx';
import { type AnswerOf, type CallOf, newIdempotencyKey, type RouteName } from './route-call.ts';

/** What an order says, without the key that names it. */
export type OrderOf<N extends RouteName> = Omit<CallOf<N>, 'idempotencyKey'>;

/**
 * Gives an order to the API, such as to send: until it has been carried out, giving the same one again is giving it
 * once, so that the person may try again after a lost connection.
 */
export function useOrder<N extends RouteName>(
  name: N,
  onDone?: (answer: AnswerOf<N>) => unknown,
): UseMutationResult<AnswerOf<N>, Error, OrderOf<N>> {
  const api = useApi();
  const given = useRef<{ readonly order: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: async (order: OrderOf<N>) => {
      const said = JSON.stringify(order);
      if (given.current?.order !== said) given.current = { order: said, key: newIdempotencyKey() };
      const call = { ...order, idempotencyKey: given.current.key } as unknown as CallOf<N>;
      return (await api.call(name, call)).value;
    },
    onSuccess: (answer) => {
      given.current = undefined;
      return onDone?.(answer);
    },
  });
}
