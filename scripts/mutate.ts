import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { explains, readExplained, wordsOf, type Explained } from './mutate/explained.ts';
import { mutantsOf, type Mutant } from './mutate/mutants.ts';
import { testFinder } from './mutate/related-tests.ts';
import { tryFile, type Tried } from './mutate/try-file.ts';
import { misuse, ROOT, runCommand } from './command.ts';
import { complain, say, showProgress } from './print.ts';

const DOMAIN = 'src/domain';
/** The least share of mutants that tests have to feel, in percent. */
const LEAST_SHARE = 85;

const USAGE = {
  call: 'npm run mutate',
  words: { called: '文件夹或文件', least: 0, most: Infinity },
  does: `在代码里逐处放进小毛病，看单元测试能不能发现；不写文件夹就试 ${DOMAIN}。发现的不到 ${LEAST_SHARE}% 就失败。`,
  notes: '没有发现而有道理的写在 scripts/mutate/explained.yaml：哪一行、哪个毛病、为什么。',
};

interface Report extends Tried {
  file: string;
  mutants: Mutant[];
  explained: Explained[];
}

await runCommand(USAGE, async (_, { words }) => {
  const paths = (words.length > 0 ? words : [DOMAIN]).map((word) => resolve(ROOT, word));
  const wrong = paths.find((path) => !statSync(path, { throwIfNoEntry: false }));
  if (wrong !== undefined) return misuse(USAGE, `没有 ${relative(ROOT, wrong)}`);
  const files = paths.flatMap(filesIn).sort();
  const testsOf = testFinder(ROOT);
  const explained = readExplained(join(ROOT, 'scripts/mutate/explained.yaml'));
  const reports: Report[] = [];
  const waiting = [...files];
  const slow = new Set<string>();
  const tryNext = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const file = relative(ROOT, path).split(sep).join('/');
      const source = readFileSync(path, 'utf8');
      const mutants = mutantsOf(source);
      const tried = await tryFile(path, source, mutants, { related: testsOf(path), slow });
      const report = { file, mutants, explained: explained[file] ?? [], ...tried };
      reports.push(report);
      tell(report);
      showProgress(`${reports.length}/${files.length}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, tryNext));
  for (const test of [...slow].sort()) say(`没有用到（一次超过一秒）：${relative(ROOT, test)}`);
  return sumUp(reports);
});

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(path, name));
}

/** Mutants that no test felt, and those of them that the list explains. */
function survivorsOf({
  mutants,
  outcomes,
  explained,
}: Report): { mutant: Mutant; why?: string | undefined }[] {
  return mutants
    .filter((_, index) => outcomes[index] === 'survived' || outcomes[index] === 'unreached')
    .map((mutant) => ({ mutant, why: explained.find((row) => explains(row, mutant))?.why }));
}

/** Rows of the list that explain nothing: the line was changed, or a test feels the mutant. */
function idleRows(report: Report): Explained[] {
  const survivors = survivorsOf(report);
  return report.explained.filter((row) => !survivors.some(({ mutant }) => explains(row, mutant)));
}

function tell(report: Report): void {
  const { file, mutants, outcomes, failing } = report;
  if (mutants.length === 0) return;
  const survivors = survivorsOf(report);
  say(`${shareOf(mutants.length, survivors.length)}　${file}`);
  for (const { mutant, why } of survivors) {
    if (why !== undefined) continue;
    const unreached = outcomes[mutants.indexOf(mutant)] === 'unreached' ? '（没有测试走到）' : '';
    say(`  ${file}:${mutant.line}${unreached}　${mutant.lineText}　${wordsOf(mutant)}`);
  }
  for (const { line, mutant } of idleRows(report))
    complain(`  ${file} 的说明已经没有用，删去：${line}　${mutant}`);
  for (const { test, reason } of failing) complain(`  ${relative(ROOT, test)} 没有毛病也失败：`, reason);
}

function shareOf(all: number, survived: number): string {
  const share = (((all - survived) / all) * 100).toFixed(1);
  return `${share.padStart(5)}%（${all - survived}/${all}）`;
}

function sumUp(reports: readonly Report[]): number {
  const all = reports.reduce((sum, { mutants }) => sum + mutants.length, 0);
  const survivors = reports.flatMap(survivorsOf);
  const explained = survivors.filter(({ why }) => why !== undefined).length;
  if (all > 0)
    say(
      `${shareOf(all, survivors.length)}　共 ${reports.length} 个文件；没有发现的 ${survivors.length} 处，其中 ${explained} 处说明了原因。`,
    );
  const isFelt = (all - survivors.length) * 100 >= all * LEAST_SHARE;
  const isSound = reports.every((report) => idleRows(report).length === 0 && report.failing.length === 0);
  return isFelt && isSound ? 0 : 1;
}
