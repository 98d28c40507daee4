import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SITE_YAML, snapshot, temporaryFolder } from '../site.ts';
import { Guarded } from './guarded.ts';
import type { Source } from './sources.ts';
import { complaints, secondsFor } from './verdict.ts';

/** What became of some files. */
export interface ImportTrial {
  written: number;
  refused: number;
  failures: string[];
  slowest: { seed: number; seconds: number };
}

const AT_ONCE = 8;
const LIMIT = 60;
/** An entry that stands where the drafts of the samples want to stand, and must stay as it is. */
const STANDING = '---\ntitle: 先来的\ndate: unknown\n---\n\n先来的一篇。\n';
const TAKEN = [
  'guan-yu-zhuan-zuo-feng-de-tong-zhi',
  'guan-yu-zhuan-bian-zuo-feng-de-tong-zhi',
  'tong-zhi',
  'item',
];

/** Imports damaged files into a folder with entries of its own, and judges what is said and written. */
export async function importAll(sources: Iterable<Source>): Promise<ImportTrial> {
  const guarded = new Guarded();
  const trial: ImportTrial = { written: 0, refused: 0, failures: [], slowest: { seed: 0, seconds: 0 } };
  for (const some of groups(sources)) {
    const together = await importSome(guarded, some);
    trial.written += together.written;
    trial.refused += together.refused;
    if (together.wrong.length === 0) continue;
    for (const one of some) {
      const { wrong, seconds } = await importSome(guarded, [one]);
      if (seconds > trial.slowest.seconds) trial.slowest = { seed: one.seed, seconds };
      if (wrong.length > 0)
        trial.failures.push(`import seed ${one.seed} (${one.what}): ${wrong.slice(0, 3).join('\n    ')}`);
    }
  }
  await guarded.end();
  return trial;
}

interface Outcome {
  written: number;
  refused: number;
  wrong: string[];
  seconds: number;
}

async function importSome(guarded: Guarded, sources: readonly Source[]): Promise<Outcome> {
  const folder = await temporaryFolder();
  const inbox = await temporaryFolder();
  await mkdir(join(folder, 'texts'));
  await writeFile(join(folder, 'site.yaml'), SITE_YAML);
  for (const id of TAKEN) await writeFile(join(folder, 'texts', `${id}.md`), STANDING);
  const files = sources.map(({ name }) => join(inbox, name));
  for (const { name, bytes } of sources) await writeFile(join(inbox, name), bytes);
  const before = await snapshot(folder);
  const { thrown, printed = '', counts, seconds } = await guarded.run({ files, folder }, LIMIT);
  const allowed = secondsFor(
    sources.reduce((sum, { bytes }) => sum + bytes.length, 0) + sources.length * 50_000,
  );
  const wrong = thrown === undefined ? [] : [thrown];
  if (thrown === undefined && seconds > allowed)
    wrong.push(`${seconds.toFixed(1)} s, more than ${allowed.toFixed(1)} s`);
  if (thrown === undefined)
    wrong.push(
      ...sources
        .filter(({ name }) => !printed.includes(name))
        .map(({ name }) => `nothing is said of ${name}`),
    );
  wrong.push(...internalWords(printed));
  const after = await snapshot(folder);
  for (const [file, bytes] of before) if (after.get(file) !== bytes) wrong.push(`${file} was overwritten`);
  wrong.push(...(await halfWritten(guarded, folder)));
  await rm(folder, { recursive: true });
  await rm(inbox, { recursive: true });
  return { written: counts?.written ?? 0, refused: counts?.failed ?? 0, wrong, seconds };
}

/** What a program says of itself where it should say what is wrong with a file. */
function internalWords(printed: string): string[] {
  const lines = printed.split('\n').filter((line) => /未导入|失败|未写入/.test(line));
  return lines
    .filter((line) => /TypeError|RangeError|Cannot|Maximum|undefined|is not a|invalid|读写出错/i.test(line))
    .map((line) => `an error's own words: ${line.slice(0, 300)}`);
}

/** What came with a Markdown source, whose body is taken as it is, and what the report of a table asks the editor to add. */
const LEFT_TO_EDITORS =
  /资料库里没有|没有图片|没有第 \d+ 段|套得太深|太多，超过|缺少必填字段 asOf|没有叫“.*”的(?:事项|单位)/u;

/** Drafts that the check has something to say of beside their links, which came with the source. */
async function halfWritten(guarded: Guarded, folder: string): Promise<string[]> {
  const answer = await guarded.run({ check: folder }, LIMIT);
  const faults = (answer.faults ?? []).filter(({ reason }) => !LEFT_TO_EDITORS.test(reason));
  const files = faults.map(({ file, line, reason }) => `a faulty draft: ${file}:${line} ${reason}`);
  for (const { file } of faults) await readFile(join(folder, file));
  return [...complaints(answer, folder), ...files];
}

function* groups(sources: Iterable<Source>): Generator<Source[]> {
  let group: Source[] = [];
  for (const source of sources) {
    group.push(source);
    if (group.length < AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
