/** Works through a list, so many at once; the results are in the order of the list. */
export async function byTurns<Each, Result>(
  list: readonly Each[],
  atOnce: number,
  work: (each: Each) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < list.length; start += atOnce)
    results.push(...(await Promise.all(list.slice(start, start + atOnce).map(work))));
  return results;
}
