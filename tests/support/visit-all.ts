/** Pages that are open at a time. */
const AT_ONCE = 4;

/**
 * Visits every one of them, several at a time: a sweep that waits on each page for the network to be idle does hardly anything else. `open` is asked for
 * each page that goes through them.
 */
export async function visitAll<Visited, Place>(
  all: readonly Visited[],
  open: () => Promise<Place>,
  visit: (place: Place, visited: Visited) => Promise<void>,
): Promise<void> {
  const waiting = all.values();
  const goThrough = async (): Promise<void> => {
    const place = await open();
    for (const visited of waiting) await visit(place, visited);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goThrough));
}
