import type { Day } from '../domain/day.ts';

import { entryOfReading } from '../domain/schedule/reading-names.ts';
import {
  HIDEABLE,
  whyHidden,
  type Hidden,
  type HideableCollection,
  type Shownness,
  type Visibility,
} from '../domain/visibility.ts';
import type { Fields } from '../schemas/collections.ts';
import type { Content, Item } from '../source/read-content.ts';

/** An item that was taken out of sight: all that a site may still say of it. */
export interface Withdrawn {
  collection: HideableCollection;
  id: string;
  /** Ids under which it stood before. */
  formerIds: string[];
  on: Day;
}

/** The part of a content folder that one site shows. */
export interface ShownContent extends Content {
  withdrawn: Withdrawn[];
}

/** Why a site does not show an item of a content folder, by keys such as `texts/outline`; those that it shows have none. */
export function hiddenItems({ items }: Pick<Content, 'items'>, visibility: Visibility): Map<string, Hidden> {
  const hidden = new Map<string, Hidden>();
  for (const collection of HIDEABLE) {
    for (const { id, fields } of items[collection]) {
      const why = whyHidden(fields, visibility);
      if (why) hidden.set(`${collection}/${id}`, why);
    }
  }
  // A formula is what its sources list: without a source that is shown it has no page.
  for (const { id, fields } of items.formulas) {
    const isSourceless = fields.lists.every(({ source }) => hidden.has(entryOfReading(source)));
    if (isSourceless && !hidden.has(`formulas/${id}`)) hidden.set(`formulas/${id}`, 'sourceless');
  }
  return hidden;
}

/**
 * What a site shows of its content; everything that is rendered, indexed, packed or told to a server is made of this and of nothing else. Items
 * that it does not show are not in it, nor does anything in it name them; a withdrawn one stays in the sessions that assign it, so that
 * they can say so. What is for editors only is left out: answers to doubts, and of an essay call's phone number where the site is public.
 */
export function shownContent(content: Content, visibility: Visibility): ShownContent {
  const hidden = hiddenItems(content, visibility);
  const isShown = (target: string) => !hidden.has(entryOfReading(target));
  const isNamed = (target: string) => isShown(target) || hidden.get(entryOfReading(target)) === 'withdrawn';
  const shownOnly = (target: string | undefined) => (target && isShown(target) ? target : undefined);
  const shown = <Name extends HideableCollection>(name: Name): Content['items'][Name] =>
    content.items[name]
      .filter(({ id }) => isShown(`${name}/${id}`))
      .map(withoutAnswers) as Content['items'][Name];
  const isPublic = visibility.audience === 'public';
  const items: Content['items'] = {
    ...content.items,
    texts: shown('texts'),
    speeches: shown('speeches'),
    articles: shown('articles'),
    essays: withFields(shown('essays'), (call) => (isPublic ? withoutPhone(call) : call)),
    bulletins: shown('bulletins'),
    checklists: withFields(shown('checklists'), (list) => ({ ...list, basis: shownOnly(list.basis) })),
    ledgers: shown('ledgers'),
    formulas: withFields(shown('formulas'), (formula) => ({
      ...formula,
      lists: formula.lists.filter(({ source }) => isShown(source)),
    })),
    campaigns: withFields(content.items.campaigns.map(withoutAnswers), (campaign) => ({
      ...campaign,
      basis: campaign.basis?.map((document) => ({ ...document, entry: shownOnly(document.entry) })),
    })),
    published: withFields(content.items.published, (record) => ({
      ...record,
      events: record.events.filter(({ uid }) => mayBeTold(uid, content, hidden)),
    })),
    plans: withFields(content.items.plans.map(withoutAnswers), (plan) => ({
      ...plan,
      sessions: plan.sessions.map((session) => withReadings(session, isNamed)),
    })),
    units: withFields(content.items.units.map(withoutAnswers), (unit) => ({
      ...unit,
      plans: unit.plans?.map((plan) => withAdded(plan, isNamed)),
    })),
  };
  return { ...content, items, withdrawn: withdrawnItems(content, hidden) };
}

/** Whether a calendar event that was published once may still be told: the uid of an essay call's deadline holds the id of the call. */
function mayBeTold(uid: string, { items }: Content, hidden: ReadonlyMap<string, Hidden>): boolean {
  const [, call] = /-essay-([a-z0-9-]+)@/.exec(uid) ?? [];
  if (call === undefined) return true;
  const ids = [call, call.replace(/-\d+$/, '')];
  return items.essays.some(
    ({ id }) => ids.includes(id) && [undefined, 'withdrawn'].includes(hidden.get(`essays/${id}`)),
  );
}

/** The keys of what was withdrawn. */
export function withdrawnKeys(withdrawn: readonly Withdrawn[]): Set<string> {
  return new Set(withdrawn.map(({ collection, id }) => `${collection}/${id}`));
}

function withFields<Each extends { fields: unknown }>(
  list: readonly Each[],
  change: (fields: Each['fields']) => Each['fields'],
): Each[] {
  return list.map((item) => ({ ...item, fields: change(item.fields) }));
}

function withoutAnswers<Each extends Item>(item: Each): Each {
  return 'settled' in item.fields ? { ...item, fields: { ...item.fields, settled: undefined } } : item;
}

function withoutPhone(call: Fields<'essays'>): Fields<'essays'> {
  return { ...call, submitTo: call.submitTo && { ...call.submitTo, phone: undefined } };
}

type WithReadings = Pick<Fields<'plans'>['sessions'][number], 'readings' | 'exceptions'>;

function withReadings<Session extends WithReadings>(
  session: Session,
  isNamed: (target: string) => boolean,
): Session {
  const { readings, exceptions } = session;
  return {
    ...session,
    ...(readings && { readings: readings.filter(isNamed) }),
    ...(exceptions && { exceptions: exceptions.map((turn) => withReadings(turn, isNamed)) }),
  };
}

type FollowedPlan = NonNullable<Fields<'units'>['plans']>[number];

function withAdded(plan: FollowedPlan, isNamed: (target: string) => boolean): FollowedPlan {
  return {
    ...plan,
    adjustments: plan.adjustments?.map(({ add, ...adjustment }) => ({
      ...adjustment,
      ...(add && { add: withReadings(add, isNamed) }),
    })),
  };
}

function withdrawnItems({ items }: Content, hidden: ReadonlyMap<string, Hidden>): Withdrawn[] {
  return HIDEABLE.flatMap((collection) =>
    items[collection].flatMap(({ id, fields }): Withdrawn[] => {
      const { withdrawn, formerIds = [] } = fields as Shownness & { formerIds?: string[] };
      if (!withdrawn || hidden.get(`${collection}/${id}`) !== 'withdrawn') return [];
      return [{ collection, id, formerIds, on: withdrawn.on }];
    }),
  );
}
