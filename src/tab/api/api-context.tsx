import { createContext, useContext } from 'react';
import type { Api } from './api.ts';

const ApiContext = createContext<Api | undefined>(undefined);

export const ApiProvider = ApiContext.Provider;

/** The API of the product, called as the person who is signed in to Teams. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('There is no API here.');
  return api;
}
