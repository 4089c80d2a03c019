import type { ErrorCode } from './error-codes.ts';

/**
 * The base of every error that the product raises on purpose. `code` is for machines, `facts` fill the sentence that a
 * person reads (see cards/text); the message is for logs, so facts must hold no name and no text that somebody wrote.
 */
export class ProductError extends Error {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, facts: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ProductError';
    this.code = code;
    this.facts = facts;
  }
}

/** Whether `error` is a {@link ProductError}, optionally one with the given code. */
export function isProductError(error: unknown, code?: ErrorCode): error is ProductError {
  return error instanceof ProductError && (code === undefined || error.code === code);
}
