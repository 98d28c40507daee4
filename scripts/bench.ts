import { misuse, runCommand } from './command.ts';
import { benchDoubts } from './bench/doubts.ts';
import { benchFederation } from './bench/federation.ts';
import { benchImport } from './bench/import/import.ts';
import { benchPages } from './bench/pages.ts';
import { benchPdf } from './bench/pdf.ts';
import { benchReading } from './bench/reading.ts';
import { benchSearch } from './bench/search.ts';
import { benchScale } from './bench/scale/scale.ts';
import { benchSchedules } from './bench/schedules.ts';
import { benchServe } from './bench/serve.ts';

/** The benchmarks by name; one with a peer prints its figures beside the peer's, from one run on the same input. */
const BENCHES: Record<string, () => Promise<void>> = {
  search: benchSearch,
  pages: benchPages,
  reading: benchReading,
  scale: benchScale,
  pdf: benchPdf,
  doubts: benchDoubts,
  federation: benchFederation,
  import: benchImport,
  serve: benchServe,
  schedules: benchSchedules,
};

const USAGE = {
  call: 'npm run bench',
  words: { called: '名称', least: 1, most: Infinity },
  does: '量一量，结果显示在屏幕上；名称后面还可以写数目。',
  options: { alone: { means: '只量本项目，不与别的软件比（scale）' } },
  notes: `名称有：${Object.keys(BENCHES).join('、')}`,
};

await runCommand(USAGE, async (_, { words: [name = ''] }) => {
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!bench) return misuse(USAGE, `没有“${name}”`);
  await bench();
  return 0;
});
