/**
 * Makes one piece of work serve many: the first who asks starts it, the others of the same round are given what comes of it. Whoever asks a second
 * time begins the next round.
 */
export function oncePerRound<Asker, Given, Result>(
  work: (given: Given) => Promise<Result>,
): (asker: Asker, given: Given) => Promise<Result> {
  const served = new Set<Asker>();
  let result: Promise<Result> | undefined;
  return (asker, given) => {
    if (!result || served.has(asker)) {
      served.clear();
      result = work(given);
    }
    served.add(asker);
    return result;
  };
}
