import { complaints, secondsFor } from './verdict.ts';
import { Guarded, type Answer } from './guarded.ts';
import { isBlamed, type Kind, type Mutation } from './mutation.ts';
import { Office } from './office.ts';

/** What became of some mutations. */
export interface Trial {
  /** Those with which the folder has no fault. */
  passed: Mutation[];
  /** One line for each that went wrong, with all that repeats it. */
  failures: string[];
  /** How many there were of each kind. */
  counts: Map<Kind, number>;
  slowest: { seeds: string; seconds: number };
}

/** Mutations that are checked at once; what is slow or fails is then tried by itself. */
const AT_ONCE = 16;
const LIMIT = 60;

/** Checks content folders in which some files are damaged, and judges what is said of them. */
export async function tryAll(mutations: Iterable<Mutation>): Promise<Trial> {
  const office = await Office.open();
  const guarded = new Guarded();
  const trial: Trial = { passed: [], failures: [], counts: new Map(), slowest: { seeds: '', seconds: 0 } };
  await guarded.run({ check: office.folder }, LIMIT);
  for (const some of batches(mutations)) {
    for (const { kind } of some) trial.counts.set(kind, (trial.counts.get(kind) ?? 0) + 1);
    const found = await check(office, guarded, some);
    const { seconds } = found.answer;
    if (seconds > trial.slowest.seconds)
      trial.slowest = { seeds: some.map(({ seed }) => seed).join(' '), seconds };
    if (found.wrong.length === 0 && isEachBlamed(found.answer, some)) {
      trial.passed.push(...some.filter((mutation) => !isBlamed(mutation, found.answer.faults ?? [])));
      continue;
    }
    for (const one of some) {
      const { answer, wrong } = await check(office, guarded, [one]);
      const said = `seed ${one.seed} (${one.kind}; ${one.what}): ${wrong.slice(0, 3).join('\n    ')}`;
      if (wrong.length > 0) trial.failures.push(said);
      else if (!answer.faults?.length) trial.passed.push(one);
    }
  }
  await guarded.end();
  return trial;
}

async function check(
  office: Office,
  guarded: Guarded,
  mutations: readonly Mutation[],
): Promise<{ answer: Answer; wrong: string[] }> {
  const bytes = mutations
    .flatMap(({ files }) => [...files.values()])
    .reduce((sum, { length }) => sum + length, 0);
  await office.put(mutations);
  const answer = await guarded.run({ check: office.folder }, LIMIT);
  const wrong = complaints(answer, office.folder);
  await office.clear(mutations);
  if (answer.thrown === undefined && answer.seconds > secondsFor(bytes)) {
    const allowed = secondsFor(bytes) * (await slownessNow(office, guarded));
    const words = `${answer.seconds.toFixed(1)} s for ${bytes} bytes, more than ${allowed.toFixed(1)} s`;
    if (answer.seconds > allowed) wrong.push(words);
  }
  return { answer, wrong };
}

/** Seconds of the processor for the sound folder on a machine that does nothing else. */
const ORDINARY = 0.3;

/** How much longer than ordinary the sound folder takes now: other programs take their share of what processors have in common. */
async function slownessNow(office: Office, guarded: Guarded): Promise<number> {
  const { seconds } = await guarded.run({ check: office.folder }, LIMIT);
  return Math.max(1, seconds / ORDINARY);
}

/** Whether it is plain of every fault which mutations have it: some have theirs in files that are sound by themselves. */
function isEachBlamed({ faults = [] }: Answer, mutations: readonly Mutation[]): boolean {
  return faults.every((fault) => mutations.some((mutation) => isBlamed(mutation, [fault])));
}

/** Mutations in groups that can stand in one folder: no two of them under one name. */
function* batches(mutations: Iterable<Mutation>): Generator<Mutation[]> {
  let group: Mutation[] = [];
  let taken = new Set<string>();
  for (const mutation of mutations) {
    const names = [...mutation.files.keys()].map(nameOf);
    if (group.length === AT_ONCE || names.some((name) => taken.has(name))) {
      yield group;
      [group, taken] = [[], new Set()];
    }
    group.push(mutation);
    names.forEach((name) => taken.add(name));
  }
  if (group.length > 0) yield group;
}

/** Folder and name without ending, by which two files get into each other's way. */
function nameOf(path: string): string {
  return path
    .split('/')
    .slice(0, 2)
    .join('/')
    .replace(/\.\w+$/, '')
    .toLowerCase();
}
