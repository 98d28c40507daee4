import type { Day } from './day.ts';

/** The collections whose items may be drafts, internal or withdrawn; the folder is the first part of an item's address. */
export const HIDEABLE = [
  'texts',
  'speeches',
  'articles',
  'essays',
  'bulletins',
  'checklists',
  'ledgers',
  'formulas',
] as const;
export type HideableCollection = (typeof HIDEABLE)[number];

/** For whom a site is made. */
export interface Visibility {
  audience: 'public' | 'internal';
  drafts: boolean;
}

/** How an editor sees the content: internal entries and drafts as well. */
export const EDITORS_VIEW: Visibility = { audience: 'internal', drafts: true };

/** What decides whether an item is shown. */
export interface Shownness {
  access: 'public' | 'internal';
  draft: boolean;
  /** 撤下: since when it is out of sight, and why, for editors only. */
  withdrawn?: { on: Day; reason?: string | undefined } | undefined;
}

/** Why a site does not show an item; a formula of which it shows no source is `sourceless`. */
export type Hidden = 'draft' | 'internal' | 'withdrawn' | 'sourceless';

/**
 * Why a site does not show an item, `undefined` where it does. Reasons for which an item was never public come before its withdrawal: its
 * address must not reveal that there was anything.
 */
export function whyHidden(
  { access, draft, withdrawn }: Shownness,
  { audience, drafts }: Visibility,
): Hidden | undefined {
  if (draft && !drafts) return 'draft';
  if (access === 'internal' && audience === 'public') return 'internal';
  return withdrawn ? 'withdrawn' : undefined;
}
