import { CELL, TABLE } from '../marks.ts';

/** The labels under which pages and papers say what they are, spaces aside, and the name of the fact. */
const LABELS: Record<string, string> = {
  ...{
    标题: '标题',
    名称: '标题',
    发文字号: '文号',
    文号: '文号',
    发文机关: '发文机关',
    发布机构: '发文机关',
    发布机关: '发文机关',
    制发机关: '发文机关',
  },
  ...{
    成文日期: '成文日期',
    生成日期: '成文日期',
    发文日期: '成文日期',
    发布日期: '发布日期',
    发布时间: '发布日期',
    公开日期: '发布日期',
  },
  ...{
    来源: '来源',
    信息来源: '来源',
    文章来源: '来源',
    稿件来源: '来源',
    索引号: '',
    主题分类: '',
    主题词: '',
    有效性: '',
    公文种类: '',
    体裁分类: '',
    服务对象: '',
    废止日期: '',
  },
};
const LABEL = new RegExp(
  `(?<=^|[\\s|｜])(?<label>${Object.keys(LABELS)
    .map((label) => label.split('').join('[\\s\\u3000\\u00A0]*'))
    .join('|')})[\\s\\u3000\\u00A0]*[:：]`,
  'gu',
);
const LONGEST_VALUE = 120;

/** What lines such as 发文字号：云卫发〔2026〕3号 say; several may stand in one line, and a label alone speaks of the line or cell after it. */
export function factsIn(lines: readonly string[]): Map<string, string> {
  const text = lines
    .map((line) => line.replace(TABLE, '').replaceAll(CELL, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  const matches = [...text.matchAll(LABEL)];
  const facts = new Map<string, string>();
  matches.forEach((match, index) => {
    const name = LABELS[(match.groups?.label ?? '').replace(/[\s\u3000\u00A0]/gu, '')];
    const [value] = text
      .slice(match.index + match[0].length, matches[index + 1]?.index)
      .trim()
      .split(/[\n|｜]| {2,}/u);
    if (name && value && value.length <= LONGEST_VALUE && !facts.has(name)) facts.set(name, value.trim());
  });
  return facts;
}

/** Whether a line is nothing but labelled facts about the paper, as the table above a paper on a government's site. */
export function isFactLine(line: string): boolean {
  const plain = line.replace(TABLE, '').replaceAll(CELL, ' ').trim();
  const [first] = plain.matchAll(LABEL);
  return (
    first?.index === 0 &&
    plain.length <= LONGEST_VALUE * 2 &&
    /^(?:索|主|标|发文|成文|公文|有效|体裁)/u.test(plain)
  );
}
