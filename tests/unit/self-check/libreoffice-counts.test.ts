import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { countText } from '../../../src/domain/self-check/count.ts';
import { docxOf } from '../../support/essay-docx.ts';
import { temporaryFolder } from '../../support/site.ts';
import { hasSoffice, wordCounts } from '../../support/soffice.ts';

/** Ten texts with what makes counts differ: Latin words, numbers, spaces, footnotes, emoji, marks of both scripts. */
const TEXTS: { paragraphs: string[]; footnotes?: string[] }[] = [
  { paragraphs: ['学习不能停留在念文件。每次集中学习都要带着一件真事来讨论。'] },
  { paragraphs: ['用 Word 或 WPS Office 打开', '文件名为 final-draft_v2.docx，发到 xuexi@example.cn。'] },
  { paragraphs: ['2026年上半年共收到来件1,532件，办结率98.5%，平均用时3.2天（15:30前签批）。'] },
  { paragraphs: ['　　全角空格开头，中间  有两个  半角空格，\t还有制表符。', '', '末尾有空格  '] },
  { paragraphs: ['正文里有一处脚注。'], footnotes: ['见《办法》第3条，see also No. 5。'] },
  { paragraphs: ['办成了😀😀，没办成😢。👍🏽 大家说 OK👌！'] },
  { paragraphs: ['他说：“慢了。”——这话不假……“真的‘不好’办”。', 'a—b，“A”级，don’t'] },
  { paragraphs: ['《关于“转作风、优服务”的通知》（云卫学〔2026〕2号）①②、Ⅲ期、№5、25℃、α粒子'] },
  { paragraphs: ['ＡＢＣ１２３全角，ｶﾅ半角，한국어 두 단어，かな カナ，㎡、½、×××、→→'] },
  {
    paragraphs: [
      '混排mixed中English文and数字123一起abc def，http://example.cn/a?b=1&c=2，A/B、C+D、（1）1.2节',
    ],
  },
];

test(
  'counts equal those of LibreOffice for ten texts',
  { skip: hasSoffice() ? false : 'LibreOffice (soffice) is not installed' },
  async () => {
    const folder = await temporaryFolder();
    const files = await Promise.all(
      TEXTS.map(async ({ paragraphs, footnotes = [] }, index) => {
        const file = join(folder, `text-${index}.docx`);
        await writeFile(file, await docxOf({ pieces: paragraphs, footnotes }));
        return file;
      }),
    );
    // LibreOffice counts notes with the text, and the number of a note as it stands there; the self-check tells notes apart.
    const own = TEXTS.map(({ paragraphs, footnotes = [] }) => {
      const marks = footnotes.map((_, index) => index + 1).join('');
      return countText([
        ...paragraphs.slice(0, -1),
        (paragraphs[paragraphs.length - 1] ?? '') + marks,
        ...footnotes,
      ]).words;
    });
    assert.deepEqual(own, await wordCounts(files));
  },
);
