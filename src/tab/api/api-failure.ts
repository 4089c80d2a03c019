/** The server refused a call: Problem Details, RFC 9457. */
export class ApiProblem extends Error {
  readonly status: number;
  /** For decisions; for people there is `detail`. */
  readonly code: string;
  /** What went wrong and what to do, in the person's language; absent when the server had no words for it. */
  readonly detail: string | undefined;
  /** Under which the log of the server says more. */
  readonly correlationId: string | undefined;
  /** With VersionStale: what it is now, as the server reads it. */
  readonly current: unknown;
  /** How long the server asks to wait, in seconds. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: unknown, retryAfter?: number) {
    const fields = typeof body === 'object' && body !== null ? body : {};
    const text = (name: string): string | undefined => {
      const value: unknown = Reflect.get(fields, name);
      return typeof value === 'string' ? value : undefined;
    };
    const code = text('code') ?? 'Unexpected';
    super(code);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.detail = text('detail');
    this.correlationId = text('correlationId');
    this.current = Reflect.get(fields, 'current');
    this.retryAfter = retryAfter;
  }
}

/** The server was not reached, or the connection broke off: nobody knows whether it did what it was asked. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('The connection was lost', { cause });
    this.name = 'ConnectionLost';
  }
}

/** Whether the server refused with this code. */
export function isProblem(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}

/** Whether the same safe call may well succeed a moment later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  return error instanceof ApiProblem && (error.status === 429 || error.status >= 500);
}
