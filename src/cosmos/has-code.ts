/** Whether `error` carries this code of Cosmos DB (an HTTP status) or of the network (a string). */
export function hasCode(error: unknown, code: number | string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
