const MILLISECONDS = 86_400_000;

/** Sorts after every day. */
export const NO_DAY = Number.NEGATIVE_INFINITY;

/** The days of entries, newest first and undated last, as text: days since 1970, each as the step back from the one before. */
export function writeDays(dates: readonly (string | null)[]): string {
  let last = 0;
  const steps = dates
    .filter((date) => date !== null)
    .map((date) => {
      const day = Date.parse(date) / MILLISECONDS;
      const step = last - day;
      last = day;
      return step;
    });
  return JSON.stringify(steps);
}

/** Reads what `writeDays` wrote: a number for each dated entry; there is none for those behind them. */
export function readDays(text: string): number[] {
  let last = 0;
  return (JSON.parse(text) as number[]).map((step) => (last -= step));
}
