import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const TICK = 5;
const CONNECTIONS = 64;

/** What a server made of a load. */
export interface LoadFigures {
  requests: number;
  /** What did not answer with 200 or 304, by what happened and how often. */
  errors: Record<string, number>;
  /** Answers a second, from the first request to the last answer. */
  perSecond: number;
  /** Milliseconds within which half and 99 of 100 answers were there. */
  median: number;
  p99: number;
}

/** Asks for addresses in turn, `perSecond` times a second whatever the server makes of it, for so many seconds. */
export async function load(
  addresses: readonly string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const total = perSecond * seconds;
  const errors: Record<string, number> = {};
  const times: number[] = [];
  const answers: Promise<void>[] = [];
  const started = performance.now();
  const ask = async (address: string) => {
    const asked = performance.now();
    const answer = await statusOf(address, agent);
    if (answer !== '200' && answer !== '304') errors[answer] = (errors[answer] ?? 0) + 1;
    times.push(performance.now() - asked);
  };
  while (answers.length < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - started) / 1000) * perSecond));
    while (answers.length < due) answers.push(ask(addresses[answers.length % addresses.length]!));
    await sleep(TICK);
  }
  await Promise.all(answers);
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requests: total, errors, perSecond: total / took, median: at(0.5), p99: at(0.99) };
}

/** The status as text, or what went wrong. */
function statusOf(address: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    get(address, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.on('end', () => {
        resolve(String(response.statusCode));
      });
      response.on('error', (error) => {
        resolve(error.message);
      });
      response.resume();
    }).on('error', (error) => {
      resolve(error.message);
    });
  });
}
