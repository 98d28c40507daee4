import { benchPages } from './bench/pages.ts';
import { benchPdf } from './bench/pdf.ts';
import { benchSearch } from './bench/search.ts';

/** The benchmarks by name; each prints the figures that the README quotes. */
const BENCHES: Record<string, () => Promise<void>> = {
  search: benchSearch,
  pages: benchPages,
  pdf: benchPdf,
};

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (bench) {
  await bench();
} else {
  console.error(`用法：npm run bench -- 名称。名称有：${Object.keys(BENCHES).join('、')}`);
  process.exitCode = 1;
}
