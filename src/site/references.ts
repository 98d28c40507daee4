import { findMatter } from '../domain/receipts/matter.ts';
import type { PlanSession } from '../domain/schedule/plan.ts';
import { entryOfReading } from '../domain/schedule/reading-names.ts';
import { itemKey } from '../markdown/addresses.ts';
import type { BodySurvey } from '../markdown/body.ts';
import type { SourcePosition } from '../source/fault.ts';
import { positionIn } from '../source/position-in-body.ts';
import type { BodyItem, Content, Item } from '../source/read-content.ts';
import { bodiesOf, type Bodies } from './bodies.ts';
import { namedKeys } from './named-keys.ts';

/** How one item names another. */
export type ReferenceKind = 'reading' | 'basis' | 'source' | 'body' | 'receipt';

/** A place in the content that names an item which may be hidden. */
export interface Reference {
  kind: ReferenceKind;
  /** The item that names it. */
  from: Item;
  /** The key of the item named, such as `texts/outline`. */
  target: string;
  place: SourcePosition;
}

/**
 * Every place in a content folder that names one of the given items, by their keys: readings of plans and units, bases of campaigns and
 * checklists, sources of formulas, links, quotations and lists in bodies, matters of receipts. In the order of collections and files.
 */
export function referencesTo(
  targets: ReadonlySet<string>,
  content: Content,
  bodies: Bodies = bodiesOf(content.items),
): Reference[] {
  if (targets.size === 0) return [];
  const { items } = content;
  return [
    ...items.plans.flatMap((plan) =>
      plan.fields.sessions.flatMap((session, index) => inSession(plan, ['sessions', index], session)),
    ),
    ...items.units.flatMap((unit) =>
      (unit.fields.plans ?? []).flatMap(({ adjustments = [] }, plan) =>
        adjustments.flatMap(({ add }, index) =>
          inSession(unit, ['plans', plan, 'adjustments', index, 'add'], add),
        ),
      ),
    ),
    ...items.campaigns.flatMap((campaign) =>
      (campaign.fields.basis ?? []).flatMap(({ entry }, index) =>
        inField(campaign, 'basis', ['basis', index, 'entry'], entry),
      ),
    ),
    ...items.checklists.flatMap((list) => inField(list, 'basis', ['basis'], list.fields.basis)),
    ...items.formulas.flatMap((formula) =>
      formula.fields.lists.flatMap(({ source }, index) =>
        inField(formula, 'source', ['lists', index, 'source'], source),
      ),
    ),
    ...[...items.texts, ...items.speeches, ...items.articles, ...items.essays, ...items.bulletins].flatMap(
      inBody,
    ),
    ...inReceipts(content),
  ].filter(({ target }) => targets.has(target));

  function inBody(item: BodyItem): Reference[] {
    const survey = () => bodies.survey(`${item.collection}/${item.id}`);
    const isNamed = namedKeys(item.body, survey).some((key) => targets.has(key));
    return isNamed ? bodyReferences(item, survey()) : [];
  }
}

function inField(
  from: Item,
  kind: ReferenceKind,
  path: PropertyKey[],
  target: string | undefined,
): Reference[] {
  return target === undefined
    ? []
    : [{ kind, from, target: entryOfReading(target), place: from.positionOf(path) }];
}

function inReadings(from: Item, path: PropertyKey[], readings: readonly string[] | undefined): Reference[] {
  return (readings ?? []).flatMap((reading, index) =>
    inField(from, 'reading', [...path, 'readings', index], reading),
  );
}

/** The readings of a session and of its turns that have others. */
function inSession(
  from: Item,
  path: PropertyKey[],
  session: Pick<PlanSession, 'readings' | 'exceptions'> | undefined,
): Reference[] {
  return [
    ...inReadings(from, path, session?.readings),
    ...(session?.exceptions ?? []).flatMap(({ readings }, index) =>
      inReadings(from, [...path, 'exceptions', index], readings),
    ),
  ];
}

function bodyReferences(item: BodyItem, { references, listings }: BodySurvey): Reference[] {
  return [
    ...references.flatMap(({ target, ...place }) => {
      const key = itemKey(target);
      return key === undefined ? [] : [{ target: key, place: positionIn(item, place) }];
    }),
    ...listings.map(({ formula, ...place }) => ({
      target: `formulas/${formula}`,
      place: positionIn(item, place),
    })),
  ].map((found): Reference => ({ kind: 'body', from: item, ...found }));
}

function inReceipts({ items }: Content): Reference[] {
  const calls = items.essays.map(({ id, fields }) => ({ id: `essays/${id}`, call: id, title: fields.title }));
  return items.receipts.flatMap((table) =>
    table.fields.rows.flatMap(({ matter }, index): Reference[] => {
      const call = findMatter(matter, calls);
      if (!call) return [];
      return [{ kind: 'receipt', from: table, target: call.id, place: table.positionOf(['rows', index]) }];
    }),
  );
}
