import { benchSearch } from './bench/search.ts';

/** The benchmarks by name; each prints its figures beside the peer it is compared with, from one run on the same input. */
const BENCHES: Record<string, () => Promise<void>> = { search: benchSearch };

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (bench) {
  await bench();
} else {
  console.error(`用法：npm run bench -- 名称。名称有：${Object.keys(BENCHES).join('、')}`);
  process.exitCode = 1;
}
