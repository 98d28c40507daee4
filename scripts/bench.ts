import { benchDoubts } from './bench/doubts.ts';
import { benchFederation } from './bench/federation.ts';
import { benchPages } from './bench/pages.ts';
import { benchPdf } from './bench/pdf.ts';
import { benchSearch } from './bench/search.ts';
import { benchScale } from './bench/scale/scale.ts';
import { benchServe } from './bench/serve.ts';

/** The benchmarks by name; one with a peer prints its figures beside the peer's, from one run on the same input. */
const BENCHES: Record<string, () => Promise<void>> = {
  search: benchSearch,
  pages: benchPages,
  scale: benchScale,
  pdf: benchPdf,
  doubts: benchDoubts,
  federation: benchFederation,
  serve: benchServe,
};

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (bench) {
  await bench();
} else {
  console.error(`用法：npm run bench -- 名称。名称有：${Object.keys(BENCHES).join('、')}`);
  process.exitCode = 1;
}
