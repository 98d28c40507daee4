import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import { buildAll } from '../support/mutations/building.ts';
import { importAll } from '../support/mutations/import-trial.ts';
import { mutationOf } from '../support/mutations/mutate.ts';
import { KINDS } from '../support/mutations/mutation.ts';
import { Office } from '../support/mutations/office.ts';
import { renamed, samples } from '../support/mutations/samples.ts';
import { sourceOf } from '../support/mutations/sources.ts';
import { tryAll, type Trial } from '../support/mutations/trial.ts';

/**
 * `MUTATIONS=10000` tries so many damaged files; `SEED=715` repeats one; the figures stand in the output. An eighth as many files are given to the
 * import.
 */
const SEED = Number(process.env.SEED ?? 0);
const COUNT = SEED > 0 ? 1 : Number(process.env.MUTATIONS ?? 32);
const FIRST = SEED > 0 ? SEED : 1;
/** Files of one build. */
const AT_ONCE = 600;

/** The mutations of so many seeds, each made when it is wanted. */
function* ofSeeds<Each>(count: number, make: (seed: number) => Each): Generator<Each> {
  for (let seed = FIRST; seed < FIRST + count; seed += 1) yield make(seed);
}

describe(`${COUNT} damaged files of a content folder`, () => {
  let trial: Trial;

  it('are each checked in time, without a crash, and every fault has a place and says what to write', async (test) => {
    trial = await tryAll(ofSeeds(COUNT, mutationOf));
    for (const kind of KINDS) {
      const tried = trial.counts.get(kind) ?? 0;
      const passed = trial.passed.filter((each) => each.kind === kind).length;
      test.diagnostic(`${kind}: ${tried} tried, ${tried - passed} with faults, ${passed} passed`);
    }
    const { seconds, seeds: slow } = trial.slowest;
    test.diagnostic(`slowest folder: ${seconds.toFixed(1)} s (seeds ${slow})`);
    assert.deepEqual(trial.failures, []);
  });

  it('are built whole where the check has nothing to say of them', async (test) => {
    const { failures, built, builds, left, seconds } = await buildAll(trial.passed, AT_ONCE, (progress) =>
      test.diagnostic(progress),
    );
    test.diagnostic(`${built} built in ${builds} builds, ${left} left, ${seconds.toFixed(0)} s`);
    assert.deepEqual(failures, []);
  });
});

describe(`${Math.ceil(COUNT / 8)} damaged files for the import`, () => {
  it('are refused by name or become sound drafts, in time, and nothing is overwritten', async (test) => {
    const { failures, written, refused, slowest } = await importAll(ofSeeds(Math.ceil(COUNT / 8), sourceOf));
    test.diagnostic(`${written} drafts written, ${refused} files refused; slowest ${JSON.stringify(slowest)}`);
    assert.deepEqual(failures, []);
  });
});

describe('what is damaged', () => {
  it('is sound before', async () => {
    const office = await Office.open();
    const files = samples().map((sample, index) => renamed(sample, index)).filter(({ path }) => !/^(?:receipts|media)\//.test(path));
    const names = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    assert.equal(files.length, Object.keys(names).length + 1, 'only site.yaml stands there twice');
    await office.put([{ seed: 0, kind: 'bytes', what: '', path: '', files: new Map(files.map(({ path, text }) => [path, Buffer.from(text)])) }]);
    assert.deepEqual((await checkContent(office.folder)).faults, []);
  });

  it('is damaged the same way each time', () => {
    for (const mutation of ofSeeds(40, mutationOf)) assert.deepEqual(mutationOf(mutation.seed), mutation);
    assert.deepEqual(sourceOf(3), sourceOf(3));
  });
});

