import type { AgendaItem } from './agenda.ts';
import type { UnitPlan } from './work-out.ts';

/** An item of a week that several units share, listed once. */
export interface SharedItem<Item> {
  item: Item;
  /** The schedules of all units for which it holds, in their order. */
  units: UnitPlan[];
}

/** Merges what several units do at the same time and place, or hand in on the same day. Keeps the order of first appearance. */
export function together<Item extends AgendaItem & { day: string }>(
  items: readonly Item[],
): SharedItem<Item>[] {
  const shared = new Map<string, SharedItem<Item>>();
  for (const item of items) {
    const key = keyOf(item);
    const same = shared.get(key);
    if (same) same.units.push(item.of);
    else shared.set(key, { item, units: [item.of] });
  }
  return [...shared.values()];
}

function keyOf(item: AgendaItem & { day: string }): string {
  if (item.kind === 'deadline')
    return JSON.stringify(['deadline', item.of.campaign.id, item.deadline.id, item.day]);
  const { session, sitting } = item;
  const { sitting: at, session: held } = item;
  const host = held.host?.id ?? (held.guests && item.of.unit.id);
  if (host !== undefined)
    return JSON.stringify(['joint', item.of.plan.id, held.id, host, item.day, at?.name, at?.time]);
  const meets = session.timing === 'on' ? [session.time, session.place, session.chair] : [];
  return JSON.stringify(['session', item.of.plan.id, session.id, item.day, sitting, meets, session.reason]);
}
