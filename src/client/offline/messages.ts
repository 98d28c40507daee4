import type { OfflineSet } from '../../domain/offline/offline-set.ts';

/** Asks the worker to keep a unit's set as it is now. */
export interface KeepRequest {
  keep: string;
}

/** What the worker answers, over and over until the set is kept or could not be. */
export type KeepAnswer = { done: number; all: number } | { kept: OfflineSet } | { failed: string };
