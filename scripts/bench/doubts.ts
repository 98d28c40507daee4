import { findDoubts } from '../../src/domain/doubts/all-doubts.ts';
import { readCorpus } from './search-corpus.ts';
import { say } from '../print.ts';

const DOCUMENTS = 200;
/** Every so-manieth document of the corpus, which is in no order that matters. */
const EVERY = 11;

/** What the doubts say of official documents: how many of each kind, each with its words, to be read and judged by a person. */
export async function benchDoubts(): Promise<void> {
  const corpus = readCorpus(DOCUMENTS * EVERY);
  if (!corpus) {
    say('没有 ZHIXING_SHARED 里的文件，跳过 doubts。');
    return;
  }
  const documents = corpus.records.filter((_, index) => index % EVERY === 0);
  const started = performance.now();
  const found = documents.flatMap(({ entry, paragraphs }) =>
    findDoubts(paragraphs.map(({ text }) => text)).map((doubt) => ({ entry, ...doubt })),
  );
  const milliseconds = Math.round(performance.now() - started);
  for (const { entry, paragraph, kind, words, reason } of found) {
    say(`${entry}#p${paragraph}【${kind}】“${words}”：${reason}`);
  }
  const counts = new Map<string, number>();
  for (const { kind } of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const characters = documents.reduce(
    (sum, { paragraphs }) => sum + paragraphs.reduce((own, { text }) => own + text.length, 0),
    0,
  );
  say('', `${documents.length} 篇，${characters} 字，${milliseconds} 毫秒，待核 ${found.length} 处：`);
  for (const [kind, count] of counts) say(`  ${kind} ${count}`);
}
