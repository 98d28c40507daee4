import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers';
import { surveyBody } from '../../../src/markdown/body.ts';
import { EDITORS_VIEW, whyHidden } from '../../../src/domain/visibility.ts';
import { readContent, type BodyItem } from '../../../src/source/read-content.ts';
import { ROOT, snapshot, temporaryFolder } from '../site.ts';
import { Guarded } from './guarded.ts';
import { isBlamed, type Mutation } from './mutation.ts';
import { Office } from './office.ts';

/** What became of the builds of mutations that the check had nothing to say of. */
export interface Building {
  built: number;
  builds: number;
  /** Those that have a fault in this folder after all. */
  left: number;
  failures: string[];
  seconds: number;
}

const LIMIT = 600;

/**
 * Builds what passes the check, several hundred files at once, each build into the output of the one before. A build that fails is halved until one
 * mutation is left. What got in the way of others waits for a later build, and so do all but one of the files of one name.
 */
export async function buildAll(
  mutations: readonly Mutation[],
  atOnce: number,
  tell: (progress: string) => void,
): Promise<Building> {
  const started = performance.now();
  const outDir = join(await temporaryFolder(), 'site');
  const building: Building = { built: 0, builds: 0, left: 0, failures: [], seconds: 0 };
  const rest = [...mutations];
  let isProgress = true;
  while (isProgress && rest.length > 0) {
    const some = distinct(rest, atOnce);
    const sound = await buildOrHalve(some, outDir, building, tell);
    rest.push(...some.filter((mutation) => !sound.includes(mutation)));
    isProgress = sound.length > 0;
    tell(`${building.built} built in ${building.builds} builds, ${building.failures.length} failures`);
  }
  return { ...building, left: rest.length, seconds: (performance.now() - started) / 1000 };
}

async function buildOrHalve(
  mutations: readonly Mutation[],
  outDir: string,
  building: Building,
  tell: (progress: string) => void,
): Promise<readonly Mutation[]> {
  const { sound, wrong } = await build(mutations, outDir);
  building.builds += 1;
  if (wrong.length === 0) {
    building.built += sound.length;
    return sound;
  }
  const [one] = sound;
  if (sound.length <= 1) {
    building.failures.push(
      `seed ${one?.seed} (${one?.kind}; ${one?.what}): ${wrong.join('\n').slice(0, 2000)}`,
    );
    return sound;
  }
  tell(`${sound.length} not built, to be halved: ${wrong.join('\n').slice(0, 2000)}`);
  const half = Math.ceil(sound.length / 2);
  const before = building.failures.length;
  await buildOrHalve(sound.slice(0, half), outDir, building, tell);
  await buildOrHalve(sound.slice(half), outDir, building, tell);
  if (building.failures.length === before)
    building.failures.push(
      `seeds ${sound.map(({ seed }) => seed).join(' ')} together: ${wrong.join('\n').slice(0, 2000)}`,
    );
  return sound;
}

/** One build with the real command: those of the mutations that stand in it without a fault, and what is wrong. */
async function build(
  mutations: readonly Mutation[],
  outDir: string,
): Promise<{ sound: readonly Mutation[]; wrong: string[] }> {
  const office = await Office.open();
  await office.put(mutations);
  const sound = await withoutFaults(office, mutations);
  const before = await snapshot(outDir).catch(() => new Map<string, string>());
  const { code, said } = await runBuild(office.folder, outDir);
  const wrong = code === 0 ? await missingPages(office.folder, outDir) : [];
  if (code !== 0) {
    const after = await snapshot(outDir).catch(() => new Map<string, string>());
    if (!equal(before, after)) wrong.push('the earlier output was touched');
    wrong.push(said.replace(/^.*├─ .*\n/gm, ''));
  }
  await office.remove();
  return { sound, wrong };
}

/** Takes away the mutations that get into each other's way until the folder has no fault left. */
async function withoutFaults(office: Office, mutations: readonly Mutation[]): Promise<readonly Mutation[]> {
  const guarded = new Guarded();
  let sound = mutations;
  while (sound.length > 0) {
    const { faults = [] } = await guarded.run({ check: office.folder }, LIMIT);
    if (faults.length === 0) break;
    const out = sound.filter((mutation) => isBlamed(mutation, faults));
    const gone = out.length > 0 ? out : sound.slice(0, Math.ceil(sound.length / 2));
    await office.clear(gone);
    sound = sound.filter((mutation) => !gone.includes(mutation));
  }
  await guarded.end();
  return sound;
}

async function runBuild(contentDir: string, outDir: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--experimental-strip-types', '--no-warnings', 'scripts/build.ts'], {
    cwd: ROOT,
    env: { ...process.env, CONTENT_DIR: contentDir, OUT_DIR: outDir, AUDIENCE: 'internal', DRAFTS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const timer = setTimeout(() => {
    said += `\nhangs: not built within ${LIMIT} seconds`;
    child.kill('SIGKILL');
  }, LIMIT * 1000);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, said };
}

/** Entries that should have a page, and all of their paragraphs on it, and have not. */
async function missingPages(contentDir: string, outDir: string): Promise<string[]> {
  const { items } = await readContent(contentDir);
  const shown: BodyItem[] = [
    ...items.texts,
    ...items.speeches,
    ...items.articles,
    ...items.bulletins,
    ...items.essays,
  ];
  const missing = shown
    .filter(({ fields }) => whyHidden(fields, EDITORS_VIEW) === undefined)
    .map(async (item) => {
      const { collection, id, body, isMdx, fields } = item;
      const page = await readFile(join(outDir, collection, id, 'index.html'), 'utf8').catch(() => '');
      const corrections = 'corrections' in fields ? fields.corrections : undefined;
      const last = surveyBody(body, { isMdx, corrections }).blocks.at(-1)?.anchor;
      const isWhole =
        page.endsWith('</html>') && (last === undefined || new RegExp(`id="?${last}["> ]`).test(page));
      return isWhole ? [] : [`${item.file} has no whole page${page ? ` (${last} is missing)` : ''}`];
    });
  return (await Promise.all(missing)).flat();
}

/** Takes mutations out of a list that have no file in common: as many as may be built at once. */
function distinct(rest: Mutation[], most: number): Mutation[] {
  const taken = new Set<string>();
  const some: Mutation[] = [];
  for (let at = 0; at < rest.length && some.length < most;) {
    const names = [...(rest[at]?.files.keys() ?? [])].map((path) => path.replace(/\.\w+$/, '').toLowerCase());
    const isFree = names.every((name) => !taken.has(name));
    if (isFree) {
      names.forEach((name) => taken.add(name));
      some.push(...rest.splice(at, 1));
    } else at += 1;
  }
  return some;
}

function equal(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([file, bytes]) => other.get(file) === bytes);
}
