import type { Entry } from './entry.ts';

/** What stands beside an entry on its page. */
export interface Neighbours {
  /** The next older and next newer entry of the same kind. */
  previous?: Entry | undefined;
  next?: Entry | undefined;
  /** Entries that share topics or the campaign, the closest first. */
  related: Entry[];
}

const MOST_RELATED = 3;
/** How many entries of a shared topic to look at in either direction, so that a topic with thousands of entries costs no more than a small one. */
const REACH = 4;

/** Finds the neighbours of every entry of a list that is sorted from new to old. The work grows with the number of entries, not its square. */
export function neighboursOf(entries: readonly Entry[]): Map<string, Neighbours> {
  const groups = new Map<string, Entry[]>();
  const positionIn = new Map<string, number>();
  for (const entry of entries) {
    for (const group of groupsOf(entry)) {
      const list = groups.get(group) ?? [];
      positionIn.set(`${group} ${entry.key}`, list.length);
      list.push(entry);
      groups.set(group, list);
    }
  }
  const inGroup = (group: string, entry: Entry) => {
    const list = groups.get(group) ?? [];
    return { list, place: positionIn.get(`${group} ${entry.key}`) ?? 0 };
  };
  return new Map(
    entries.map((entry) => {
      const { list, place } = inGroup(`kind ${entry.kind}`, entry);
      return [
        entry.key,
        { previous: list[place + 1], next: list[place - 1], related: relatedTo(entry, inGroup) },
      ];
    }),
  );
}

function groupsOf(entry: Entry): string[] {
  return [`kind ${entry.kind}`, ...sharedGroups(entry)];
}

function sharedGroups({ topics, campaign }: Entry): string[] {
  return [...topics.map(({ id }) => `topic ${id}`), ...(campaign ? [`campaign ${campaign.id}`] : [])];
}

function relatedTo(
  entry: Entry,
  inGroup: (group: string, entry: Entry) => { list: Entry[]; place: number },
): Entry[] {
  const scores = new Map<Entry, number>();
  for (const group of sharedGroups(entry)) {
    const { list, place } = inGroup(group, entry);
    for (const other of list.slice(Math.max(0, place - REACH), place + REACH + 1)) {
      if (other !== entry) scores.set(other, (scores.get(other) ?? 0) + 1);
    }
  }
  return [...scores]
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_RELATED)
    .map(([other]) => other);
}
