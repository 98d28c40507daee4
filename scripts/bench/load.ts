import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, requestFor } from './connection.ts';

const CONNECTIONS = 64;

/** What a server made of a load. */
export interface LoadFigures {
  requests: number;
  /** What did not answer with 200 or 304, by what happened and how often. */
  errors: Record<string, number>;
  /** Answers a second, from the first request to the last answer; what failed is none. */
  perSecond: number;
  /** Milliseconds from when a request was due until half and 99 of 100 answers were there, waiting for the asker included. */
  median: number;
  p99: number;
}

/** How much is asked; `longest` is the milliseconds after which a server counts as not answering. */
export interface LoadOrder {
  perSecond: number;
  seconds: number;
  longest?: number;
}

/**
 * Asks for addresses of one server on this machine in turn, `perSecond` times a second whatever the server makes of it, for so many
 * seconds, over connections that are kept. A request that has to wait for a free connection is not forgiven: its time runs from when it
 * was due.
 */
export async function load(
  addresses: readonly string[],
  { perSecond, seconds, longest }: LoadOrder,
): Promise<LoadFigures> {
  const port = Number(new URL(addresses[0]!).port);
  const requests = addresses.map(requestFor);
  const total = perSecond * seconds;
  const errors: Record<string, number> = {};
  const times: number[] = [];
  let asked = 0;
  const started = performance.now();
  const askInTurn = async () => {
    const connection = new Connection(port, longest);
    while (asked < total) {
      const turn = asked++;
      const due = started + (turn / perSecond) * 1000;
      const early = due - performance.now();
      if (early > 0) await sleep(early);
      // A timer may fire up to a millisecond early.
      const from = Math.min(due, performance.now());
      const answer = await connection.ask(requests[turn % requests.length]!);
      if (answer === '200' || answer === '304') times.push(performance.now() - from);
      else errors[answer] = (errors[answer] ?? 0) + 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, askInTurn));
  const took = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { requests: total, errors, perSecond: times.length / took, median: at(0.5), p99: at(0.99) };
}
