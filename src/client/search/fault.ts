/**
 * Why a search could not be answered: `network` when nothing came back, `missing` when a file is not there or is not
 * the one expected (the site was published anew, or copied in part), `browser` when this browser lacks something.
 */
export type FaultReason = 'network' | 'missing' | 'browser';

/** Thrown instead of any answer that would not be complete. */
export class SearchFault extends Error {
  override name = 'SearchFault';
  readonly reason: FaultReason;

  constructor(reason: FaultReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** Whether a file of an index is missing or unexpected: the site may have been published anew, and its newest index may be complete. */
export function isOutdated(error: unknown): boolean {
  return error instanceof SearchFault && error.reason === 'missing';
}
