import { sizeName } from '../../domain/essays/type-sizes.ts';
import { wholeFormat, type FormatFields } from '../../domain/essays/format.ts';
import type { Facts, FormSheet } from '../form.ts';

/** The id of the page format in which a call's sample is set. */
export const SAMPLE_FORMAT = 'essay';

/** 报送要求一览表: what a call asks, a point a line. */
export function callSheet(
  title: string,
  points: readonly { name: string; words: readonly string[] }[],
): { sheet: FormSheet; facts: Facts } {
  return {
    sheet: {
      id: 'call-points',
      title: '报送要求一览表',
      subtitle: title,
      format: 'form',
      blocks: [
        {
          kind: 'table',
          name: 'points',
          columns: [
            { head: '项目', width: 16 },
            { head: '要求', width: 84 },
          ],
          rows: 0,
          height: 9,
        },
      ],
    },
    facts: { tables: { points: points.map(({ name, words }) => [name, words.join('\n')]) } },
  };
}

/** 格式样张: a page in the format that a call asks for, which says of each part how it is set. */
export function sampleSheet(fields: FormatFields): FormSheet {
  const { title, body, headings, margins, linePitch } = wholeFormat(fields);
  const face = ({ name, size, isBold }: typeof title) => `${sizeName(size)}${name}${isBold ? '加粗' : ''}`;
  const of = (level: number) => face(headings[level] ?? body);
  const { top, bottom, left, right } = margins;
  return {
    id: 'sample',
    title: `题目用${face(title)}，居中`,
    format: SAMPLE_FORMAT,
    blocks: [
      {
        kind: 'text',
        paragraphs: [
          {
            text: `本页按报送要求排版，供对照。正文用${face(body)}，每段第一行空两个字，行距固定值${linePitch}磅。纸张为${fields.paper ?? 'A4'}，页边距上${top}毫米、下${bottom}毫米、左${left}毫米、右${right}毫米。`,
          },
          { level: 1, text: `一、一级标题用${of(0)}` },
          { text: '结构层次序数依次用“一、”“（一）”“1.”“（1）”标注；层次少的，可以跳过中间一层。' },
          { level: 2, text: `（一）二级标题用${of(1)}` },
          { text: '标题不加句号；一行写不完的，换行处不拆开词语。' },
          { level: 3, text: `1.三级标题用${of(2)}` },
          { level: 4, text: `（1）四级标题用${of(3)}` },
          {
            text: `数字用阿拉伯数字${fields.latinFont ? `，字体为${fields.latinFont}` : ''}，例如2026年9月15日、1500字、28.5%。页码单页居右，双页居左。`,
          },
          ...(fields.note ? [{ text: `另外要求：${fields.note}。` }] : []),
        ],
      },
    ],
  };
}
