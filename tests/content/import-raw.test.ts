import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { importFile } from '../../src/import/import-file.ts';
import { blocksOf } from '../../src/import/markdown-blocks.ts';
import { RULES } from '../../src/import/rules/all-rules.ts';

const shared = resolve(process.env.ZHIXING_SHARED ?? '../shared');
const raw = join(shared, 'raw');
const corpus = join(shared, 'corpus', 'official.jsonl.gz');
const options = { rules: RULES, units: [], topics: [] };
/** Data about the files, and texts that stand inside of JSON. */
const NO_SOURCES = new Set(['.json', '.tsv']);
const ROUND_TRIPS = 200;

describe(
  'real files of many kinds',
  { skip: !existsSync(raw) && 'the folder with the raw files is not here' },
  () => {
    const names = existsSync(raw) ? readdirSync(raw).filter((name) => !NO_SOURCES.has(extname(name))) : [];
    for (const name of names) {
      it(`${name}: every character is explained, and the draft shows the words that were kept, in order`, async () => {
        const { articles, ledger, reading } = await importFile(name, readFileSync(join(raw, name)), options);
        assert.deepEqual([ledger.unexplained, reading.unexplained], [[], []]);
        for (const { article, draft } of articles) {
          if (name.endsWith('.md')) continue;
          assert.deepEqual(
            blocksOf(draft.body)?.map(({ text }) => text),
            article.lines,
          );
        }
      });
    }

    it('the same paper as .doc and as .docx becomes the same draft', async () => {
      const [old, recent] = await Promise.all(
        ['conv-pol-004.doc', 'conv-pol-004.docx'].map((name) =>
          importFile(name, readFileSync(join(raw, name)), options),
        ),
      );
      assert.equal(old?.articles[0]?.draft.body, recent?.articles[0]?.draft.body);
      assert.match(recent?.articles[0]?.draft.body ?? '', /\| 一级指标 \| 二级指标 \|/);
    });

    it('the same paper as a page in UTF-8 and as one that says gb2312 becomes the same text', async () => {
      const [page, old] = await Promise.all(
        ['govcn-pol-001.html', 'enc-gbk-meta-pol-001.html'].map((name) =>
          importFile(name, readFileSync(join(raw, name)), options),
        ),
      );
      assert.deepEqual(old?.articles[0]?.article.lines, page?.articles[0]?.article.lines);
    });
  },
);

describe('a round trip through Word', { skip: !existsSync(corpus) && 'the corpus is not here' }, () => {
  it(`gives back every paragraph of ${ROUND_TRIPS} documents`, async () => {
    const all = gunzipSync(readFileSync(corpus)).toString().trim().split('\n');
    const step = Math.floor(all.length / ROUND_TRIPS);
    for (let index = 0; index < ROUND_TRIPS; index += 1) {
      const { id, title, body } = JSON.parse(all[index * step] ?? '') as {
        id: string;
        title: string;
        body: string;
      };
      const paragraphs = [title, ...body.split('\n')]
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const word = await Packer.toBuffer(
        new Document({
          sections: [
            { children: paragraphs.map((text) => new Paragraph({ children: [new TextRun(text)] })) },
          ],
        }),
      );
      const { reading } = await importFile(`${id}.docx`, word, options);
      assert.deepEqual(
        reading.text
          .trimEnd()
          .split('\n')
          .map((line) => line.trim()),
        paragraphs,
        id,
      );
      const { articles, ledger } = await importFile(`${id}.docx`, word, { ...options, rules: [] });
      const back = articles.flatMap(({ article }) => [
        ...article.taken.map(({ removed }) => removed),
        ...article.lines,
      ]);
      assert.deepEqual(ledger.unexplained, []);
      assert.deepEqual(back.map((line) => line.trim()).sort(), [...paragraphs].sort(), id);
    }
  });
});
