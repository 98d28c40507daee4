import type { Edits } from '../site/edits.ts';

/** What has changed in the content since it was stored. Nothing in a build; `dev` puts other words in the place of this file after an edit. */
export const edits: Edits | null = null as Edits | null;
