export type LocalStartErrorCode = 'PortTaken' | 'ProcessEnded' | 'ProcessSlow';

/** A local service that could not be started. `code` is for machines, the message for whoever ran the command. */
export class LocalStartError extends Error {
  readonly code: LocalStartErrorCode;

  constructor(code: LocalStartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalStartError';
    this.code = code;
  }
}
