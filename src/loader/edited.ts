import type { Edits } from '../site/edits.ts';

/** The name that all loaders of the content have, by which they are asked. */
export const LOADER = 'zhixing-content';

/** Reads files again that have changed, relative to the content folder, and gives what has changed since the content was stored. */
export type ReadEdits = (files: readonly string[]) => Promise<Edits>;

/** What the loaders are asked for when Astro has them load on behalf of `dev`: not to load, but to say how edits are read. */
export interface Asked {
  tell(read: ReadEdits): void;
}
