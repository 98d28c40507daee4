import { SELF_CHECK_BUDGET } from '../domain/budgets.ts';
import type { Count } from '../domain/self-check/count.ts';
import type { Finding, Part } from '../domain/self-check/finding.ts';
import type { Requirements } from '../domain/self-check/requirements.ts';

const SIDES = { top: '上', bottom: '下', left: '左', right: '右' } as const;
const LEVELS = ['一、', '（一）', '1.', '（1）'];

/** Groups of findings, in the order in which they are shown. */
export const FINDING_GROUPS: readonly [title: string, kinds: readonly Finding['kind'][]][] = [
  ['篇幅', ['short', 'long']],
  ['题目和署名', ['no title', 'no signature']],
  ['标题层次', ['heading level', 'heading number']],
  ['标点', ['half-width', 'unmatched']],
  ['多字', ['doubled']],
  ['格式', ['face', 'size', 'bold', 'line pitch', 'margin']],
  ['文件名', ['file name', 'file name unit', 'file name title']],
];

/** What is wrong, and what to do about it. */
export function findingWords(finding: Finding): { what: string; todo: string } {
  switch (finding.kind) {
    case 'short':
      return { what: `还差 ${finding.by} 字`, todo: '补充事实和做法，不要用空话凑字数。' };
    case 'long':
      return { what: `超出 ${finding.by} 字`, todo: '压缩到规定篇幅以内。' };
    case 'no title':
      return { what: '没有找到题目', todo: '第一行写题目，单独成段，句末不加句号。' };
    case 'no signature':
      return { what: '没有找到署名', todo: '题目下一行或文末写单位和姓名，单独成段。' };
    case 'heading level':
      return {
        what: `“${finding.written}”前面缺上一级标题`,
        todo: `先有“${finding.expected}”，层次依次用 一、（一）1.（1）。`,
      };
    case 'heading number':
      return { what: `标题序号“${finding.written}”不对`, todo: `此处应为“${finding.expected}”。` };
    case 'half-width':
      return {
        what: `半角标点“${finding.mark}”`,
        todo: `改为全角“${finding.instead.replace(' 或 ', '”或“')}”。`,
      };
    case 'unmatched':
      return { what: `“${finding.mark}”没有配对`, todo: '补上另一半，或删去这一个。' };
    case 'doubled':
      return { what: `“${finding.doubled}”重复`, todo: '核对是否多打，多的删去。' };
    case 'face':
      return { what: `${partWords(finding)}用了${finding.found}`, todo: `改为${finding.wanted}。` };
    case 'size':
      return { what: `${partWords(finding)}是${finding.found}`, todo: `改为${finding.wanted}。` };
    case 'bold':
      return { what: `${partWords(finding)}没有加粗`, todo: '选中后加粗。' };
    case 'line pitch':
      return { what: `行距是${finding.found}`, todo: `在“段落”里改为${finding.wanted}。` };
    case 'margin':
      return {
        what: `${SIDES[finding.side]}边距是 ${finding.found} 毫米`,
        todo: `在“页面设置”里改为 ${finding.wanted} 毫米。`,
      };
    case 'file name':
      return {
        what: `文件名“${finding.found}”不合格式`,
        todo: `改成“${finding.pattern.replace(/[{}]/g, '')}”的样子。`,
      };
    case 'file name unit':
      return { what: `文件名里的单位“${finding.found}”不在报送单位之内`, todo: '写单位的全称或简称。' };
    case 'file name title':
      return { what: `文件名里的题目与文中题目不同`, todo: `文中题目是“${finding.title}”，两处改成一样。` };
  }
}

function partWords({ part, level }: Part): string {
  if (part === 'heading') return `“${LEVELS[(level ?? 1) - 1] ?? ''}”标题`;
  return part === 'title' ? '题目' : '正文';
}

/** 第3、5至9段 */
export function placesWords(numbers: readonly number[], places: 'paragraphs' | 'lines'): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs[runs.length - 1];
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.map(([from, until]) => (from === until ? String(from) : `${from}至${until}`)).join('、');
  return `第${words}${places === 'lines' ? '行' : '段'}`;
}

/** The requirement held against a count. */
export function lengthVerdict({ words, han }: Count, { length }: Requirements): string {
  if (!length || (length.min === undefined && length.max === undefined)) return '篇幅要求：原文未注明';
  const found = length.unit === '汉字' ? han : words;
  const { min, max } = length;
  const asked = [min === undefined ? '' : `不少于${min}字`, max === undefined ? '' : `不超过${max}字`]
    .filter(Boolean)
    .join('、');
  const by = length.unit === '汉字' ? '按汉字数' : '按字数';
  if (min !== undefined && found < min) return `要求${asked}（${by}）：差 ${min - found} 字`;
  if (max !== undefined && found > max) return `要求${asked}（${by}）：超 ${found - max} 字`;
  return `要求${asked}（${by}）：合格`;
}

/** Words of the self-check. */
export const checkWords = {
  nothingToCheck: '先粘贴文章，或选择文件。',
  unreadable:
    '这个文件读不出来。请在 Word 或 WPS 里另存为 .docx；旧的 .doc、.wps 也要先另存。文字也可以直接粘贴。',
  tooLong: `文章太长：超过 ${SELF_CHECK_BUDGET.characters / 10_000} 万字、${SELF_CHECK_BUDGET.paragraphs / 10_000} 万段，或者文件超过 ${SELF_CHECK_BUDGET.fileBytes / 1024 / 1024} MB，没有检查。请删去图片和附件，或分成几份再查。`,
  tooSlow: `检查了 ${SELF_CHECK_BUDGET.seconds} 秒还没有完，已经停下：文件内容太多或结构不正常。请只把正文粘贴进来，或分成几份再查。`,
  checking: '正在检查……',
  isCut: `问题太多，每一项只列出前 ${SELF_CHECK_BUDGET.findings} 处；改好以后再查一次。`,
  result: (count: number) => (count === 0 ? '没有查出问题' : `查出 ${count} 处`),
  words: '字数',
  han: '汉字',
  footnotes: (words: number, han: number) =>
    `脚注、尾注另有 ${words} 字（汉字 ${han}），没有计入。Word 勾选“包括文本框、脚注和尾注”时计入；LibreOffice 总是计入，还把每个注码算一字。`,
  counting: '计数规则',
  countingRule:
    '字数：每个汉字、每个全角标点算一字；连着的字母、数字、半角标点和表情符号合算一字；空格不算。这样数出来与 LibreOffice 的“字数统计”相同，Word 的规则也是如此，差别见下。汉字：只数汉字。封面、页眉页脚、文本框和自动编号不计。',
  moreInWord: (more: number, total: number) =>
    `与 Word 的差别：破折号、省略号和中文引号，Word 每个另算一字，这篇约多 ${more} 字，Word 里约 ${total} 字。以 Word 显示的为准时，请以那个数为准。`,
  passed: (title: string) => `${title}：没有问题`,
  silent: '格式：原文未注明，没有检查。',
  noFormat: '格式：粘贴的文字和 .txt 没有格式，没有检查；选择 .docx 文件可以检查字体、字号、行距和页边距。',
  noFileName: '文件名：没有选择文件，没有检查。',
  overlaps: '与本站材料相同的段落',
  noOverlaps: '没有 13 字以上与本站材料相同的段落。',
  overlapTodo: '引用的，加引号并注明出处；不是引用的，换成自己的话。',
  overlapLength: (length: number) => `${length} 字相同`,
  original: (paragraph: number) => `看原文第${paragraph}段`,
  others: (count: number) => `另有 ${count} 篇也有这段话`,
  citation: '出处',
  copyCitation: '复制出处',
  citationCopied: '出处已复制',
  standard: '出处改用 GB/T 7714 格式',
  missing: (names: readonly string[]) => `（原文未注明：${names.join('、')}）`,
  libraryLoading: '正在读取本站材料……',
  libraryFailed: '本站材料读取失败，与本站材料相同的段落没有检查。检查网络后再按一次“检查”。',
  copy: '复制结果',
  print: '打印结果',
  copied: '检查结果已复制',
  copyFailed: '复制失败，请选中后自行复制',
  caution: '自查只是提醒，不代替审核；查不出的问题仍要自己通读一遍。',
} as const;
