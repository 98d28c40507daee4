import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { wholeFormat } from '../../../src/domain/essays/format.ts';
import { essayTemplate } from '../../../src/ooxml/essay-template.ts';
import { paperWords } from '../../../src/strings/essay-papers.ts';

const PAPERS = {
  title: '理论文章',
  issuer: '学习办',
  format: wholeFormat({}),
  words: paperWords.template,
  cover: [
    { name: '报送单位', value: '云川市血液中心' },
    { name: '题目', value: '' },
  ],
};
const partsOf = (file: Uint8Array) =>
  new Map(Object.entries(unzipSync(file)).map(([name, data]) => [name, strFromU8(data)]));

test('equal papers give equal bytes, whenever and wherever they are written', async () => {
  const first = essayTemplate(PAPERS);
  await sleep(2100);
  const zone = process.env.TZ;
  process.env.TZ = 'America/New_York';
  const second = essayTemplate(PAPERS);
  process.env.TZ = zone ?? '';
  if (zone === undefined) delete process.env.TZ;
  assert.deepEqual(Buffer.from(first), Buffer.from(second));
  assert.doesNotMatch(partsOf(first).get('docProps/core.xml') ?? '', /<dcterms/);
});

test('the template is set by the format: page, faces, sizes, exact lines, page numbers left and right', async () => {
  const parts = partsOf(essayTemplate(PAPERS));
  const styles = parts.get('word/styles.xml') ?? '';
  const document = parts.get('word/document.xml') ?? '';
  assert.match(styles, /w:styleId="PaperTitle"[\s\S]*?w:eastAsia="方正小标宋简体"[\s\S]*?w:sz w:val="44"/);
  assert.match(
    styles,
    /w:styleId="PaperBody"[\s\S]*?w:line="560" w:lineRule="exact"[\s\S]*?w:eastAsia="仿宋_GB2312"/,
  );
  assert.match(styles, /w:styleId="Heading2"[\s\S]*?w:eastAsia="楷体_GB2312"/);
  assert.match(document, /w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  assert.match(parts.get('word/settings.xml') ?? '', /evenAndOddHeaders/);
  assert.match(document, /云川市血液中心/);
  assert.ok(parts.has('word/footer1.xml') && parts.has('word/footer2.xml'));
});
