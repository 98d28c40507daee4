import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnreadableFile } from '../../../src/domain/decode.ts';
import { importFile, ImportFailure } from '../../../src/import/import-file.ts';
import { RULES } from '../../../src/import/rules/all-rules.ts';
import { readBody } from '../../../src/markdown/body.ts';
import { HOSTILE_BODIES, HOSTILE_WORDS } from '../../support/hostile.ts';
import { drawn, rowsAt } from './tables/drawn.ts';
import { importedPlan, officeOf } from './tables/office.ts';

const SENTENCE = '各科室要从群众最急的事做起，把办事指南贴在门口，把窗口的话说明白。';
const ADDRESSES = [
  '<a href="javascript:hit()">甲</a>',
  '<a href=" &#106;avascript:hit()">甲</a>',
  '<a href="data:text/html,<script>hit()</script>">甲</a>',
  '<img src="data:image/svg+xml,<svg onload=hit()>" onerror="hit()">',
  '<p onclick="hit()" onmouseover=hit()>甲</p>',
];
const ATTACKS = [...HOSTILE_BODIES, ...HOSTILE_WORDS, ...ADDRESSES];

/** Tags that run something or fetch something, handlers of events, and addresses that are programs. */
const RUNS =
  /^<(?:script|iframe|object|embed|svg|math|base|meta|link|style|form|input|video|audio|img)\b|[\s/"']on\w+\s*=|(?:href|src|action|data)\s*=\s*["']?\s*(?:javascript|vbscript|data):/i;

/** The tags of what a reader would be shown of a file, as a page holds them; `undefined` where the file is refused, in Chinese. */
async function tagsOf(name: string, text: string): Promise<string[] | undefined> {
  const file = await importFile(name, Buffer.from(text), { rules: RULES, units: [], topics: [] }).catch(
    (error: unknown) => {
      assert.ok(error instanceof ImportFailure || error instanceof UnreadableFile, String(error));
      assert.match(error.message, /\p{Script=Han}{4}/u);
    },
  );
  return file?.articles.flatMap(({ draft }) => {
    const { html = '', faults } = readBody(draft.body, { isMdx: false });
    assert.deepEqual(faults, [], draft.body);
    return html.match(/<[a-z/][^>]*>/gi) ?? [];
  });
}

describe('The draft of a hostile', () => {
  it('web page builds, and nothing of it runs or is fetched; one that browsers and counting read differently is refused', async () => {
    let refused = 0;
    for (const attack of ATTACKS) {
      const page = `<html><body><div id="zoom"><p>${SENTENCE}</p>${attack}<p>${SENTENCE}</p></div></body></html>`;
      const tags = await tagsOf('a.html', page);
      if (tags === undefined) refused += 1;
      for (const tag of tags ?? []) assert.doesNotMatch(tag, RUNS, attack);
    }
    assert.ok(refused <= ATTACKS.length / 10, `${refused} of ${ATTACKS.length} refused`);
  });

  it('text builds, and what looks like tags is words', async () => {
    for (const attack of ATTACKS) {
      const tags = await tagsOf('a.txt', `${SENTENCE}\n${attack}\n${SENTENCE}\n`);
      assert.ok(tags, attack);
      for (const tag of tags) assert.doesNotMatch(tag, RUNS, attack);
    }
  });

  it('workbook holds words as they stood in its cells, and no formula', async () => {
    const words = [...HOSTILE_WORDS, '=1+1', '@SUM(A1)', "=cmd|'/C calc'!A0"].map((each) => each.trim());
    const rows = words.map((note, index) => [index + 1, '第二周', '甲', '集中学习', note]);
    const formula = { formula: 'HYPERLINK("javascript:hit()","乙")', result: '乙' };
    const cells = {
      ...rowsAt('A1', [['序号', '时间', '专题', '学习形式', '备注'], ...rows]),
      C2: formula,
    };
    const { plan, text } = await importedPlan(drawn({ cells }), officeOf({}));
    assert.equal(plan.sessions[0]?.title, '乙');
    assert.doesNotMatch(text, /HYPERLINK/);
    for (const [index, { note = '' }] of plan.sessions.entries())
      assert.ok(note.startsWith(words[index] ?? '?'), `${note} / ${words[index] ?? ''}`);
  });
});
