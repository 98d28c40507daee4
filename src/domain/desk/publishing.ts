import type { Day } from '../day.ts';
import type { Publishing, Unpublished } from './api.ts';
import type { ShownFiles } from './unpublished.ts';

/** What the page and the server say to each other about publishing, beside `ROUTES.publish`, which tells how far it is and begins it. */

export const PUBLISHING_ROUTES = {
  plan: '/api/publish/plan',
  back: '/api/publish/back',
} as const;

/** A sitting or a deadline of a unit, as calendars show it. */
export interface DatedEvent {
  /** Stable for ever, whatever day it is moved to. */
  uid: string;
  /** The unit's name. */
  unit: string;
  title: string;
  day: Day;
  /** `HH:MM` in Asia/Shanghai; without it the whole day. */
  time?: string | undefined;
}

/** What a published site was made of. */
export interface PublishedState {
  files: ShownFiles;
  events: DatedEvent[];
}

/** A sitting or deadline that stands otherwise in the calendar than readers know it: moved, new (no `was`) or gone (no `now`). */
export interface Move {
  title: string;
  was?: string;
  now?: string;
}

/** What is otherwise in the calendar of a unit. */
export interface UnitMoves {
  unit: string;
  moves: Move[];
}

/** What publishing will do. */
export interface PublishPlan {
  changes: Unpublished[];
  moves: UnitMoves[];
  /** Whether the desk knows of a publication before; without one there is nothing to compare with. */
  hasPublished: boolean;
  /** The served folder, where `site.yaml` names one. */
  folder?: string;
  /** Why the folder that `site.yaml` names cannot be used. */
  trouble?: string;
  /** Why the publication cannot be taken back; absent where it can. */
  noWayBack?: string;
}

/** How far a publication is, and where it went. */
export interface PublishedTo extends Publishing {
  /** Whether a publication is taken back instead. */
  isBack?: boolean;
  /** The served folder that the site was brought to. */
  folder?: string;
  /** The address under which readers find it, where one is set. */
  site?: string;
}
