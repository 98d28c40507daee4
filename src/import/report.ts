import { printable } from '../domain/characters.ts';
import type { Metadata } from './article.ts';
import type { RuleRun } from './clean-up.ts';
import type { ImportedArticle, ImportedFile } from './import-file.ts';
import type { Placed } from './library-folder.ts';
import type { Finding } from './metadata/finding.ts';
import { withoutMarks } from './marks.ts';
import { squeeze } from './readers/collector.ts';
import type { Reading } from './readers/reading.ts';
import type { Speaker } from './metadata/speaker.ts';

const KIND_NAMES = {
  texts: '学习材料',
  speeches: '讲话发言',
  articles: '活动报道',
} as const;
const FIELD_NAMES: readonly [field: keyof Metadata, name: string][] = [
  ['kind', '类别'],
  ['title', '标题'],
  ['subtitle', '副题'],
  ['date', '日期'],
  ['speaker', '讲话人'],
  ['occasion', '场合'],
  ['byline', '署名'],
  ['newspaper', '报刊'],
  ['issuer', '发文机关'],
  ['documentNumber', '文号'],
  ['topics', '主题'],
  ['units', '单位'],
  ['sourceName', '来源名称'],
  ['sourceUrl', '来源网址'],
  ['publishedOn', '发表日期'],
  ['retrievedOn', '网页日期'],
];

/**
 * What a file's import did, in Chinese, for an editor to read on a terminal, in pieces: between two of them belongs where an article went, which is
 * known only when it is written.
 */
export function reportPieces(path: string, file: ImportedFile): string[] {
  const { reading, runs, articles } = file;
  const pieces: string[] = [];
  let piece = lines([
    `■ ${printable(path)}`,
    ...readingLines(reading).map((line) => `  ${line}`),
    ...(articles.length > 1 ? [`  一个文件分成 ${articles.length} 篇`] : []),
  ]);
  for (const article of articles) {
    pieces.push(`${piece}  → `);
    piece = `\n${lines(articleLines(article))}`;
  }
  const rest = [
    '  整理规则：',
    ...(runs.length > 0 ? runs.map(ruleLine) : ['    没有改动']),
    ...accountLines(file).map((line) => `  ${line}`),
  ];
  return [...pieces, piece + lines(rest)];
}

function lines(each: readonly string[]): string {
  return each.map((line) => `${line}\n`).join('');
}

/** The whole report of a file whose articles went to known places. */
export function reportFile(
  path: string,
  file: ImportedFile,
  placed: readonly Placed[],
  dryRun: boolean,
): string {
  return joinPieces(reportPieces(path, file), outcomesOf(placed, dryRun, file.articles.length));
}

/** Where each article of a file went. */
export function outcomesOf(placed: readonly Placed[], dryRun: boolean, articles = placed.length): string[] {
  return Array.from({ length: articles }, (_, index) => outcomeOf(placed[index], dryRun));
}

/** Pieces with what belongs between them. */
export function joinPieces(pieces: readonly string[], between: readonly string[]): string {
  return pieces.map((piece, index) => piece + (between[index] ?? '')).join('');
}

/** One file that could not be imported. */
export function reportFailure(path: string, reason: string): string {
  return `■ ${printable(path)}\n  未导入：${reason}\n`;
}

/** The closing line of a run. */
export function reportTotal(
  counts: { written: number; present: number; failed: number },
  dryRun: boolean,
): string {
  const verb = dryRun ? '将写入' : '写入';
  return `共${verb} ${counts.written} 篇，已导入过 ${counts.present} 篇，未导入文件 ${counts.failed} 个。`;
}

/** What was read from an article, field by field, with the words that it rests on. */
export function findingsOf({ article }: ImportedArticle): {
  name: string;
  value: string;
  evidence: string;
  confidence: string;
}[] {
  return FIELD_NAMES.flatMap(([field, name]) => {
    const finding = article.metadata[field];
    if (finding === undefined) return [];
    const { evidence, confidence } = finding;
    return [{ name, value: finding.shown ?? shown(finding), evidence, confidence }];
  });
}

/** What does not add up in an article, for the editor. */
export function doubtLines({ article }: ImportedArticle): string[] {
  return article.doubts.map(
    ({ paragraph, words, reason }) =>
      `${paragraph === 0 ? '标题' : `第 ${paragraph} 段`}“${withoutMarks(words)}”：${reason}`,
  );
}

function outcomeOf(placed: Placed | undefined, dryRun: boolean): string {
  const outcome =
    placed?.outcome === 'present' ? '已导入过，未改动' : dryRun ? '试运行，未写入' : '已写入草稿';
  const kept = placed?.original === undefined ? '' : `；繁体原文照存于 ${placed.original}`;
  return `${placed?.file ?? ''}（${outcome}${kept}）`;
}

/** What is said of an article below where it went. */
function articleLines(imported: ImportedArticle): string[] {
  const findings = findingsOf(imported).map(
    ({ name, value, evidence, confidence }) => `    ${name}：${value}（${evidence}；把握：${confidence}）`,
  );
  const doubts = doubtLines(imported).map((line) => `      ${line}`);
  return [
    ...(imported.splitEvidence === undefined ? [] : [`    分篇依据：${imported.splitEvidence}`]),
    ...findings,
    ...(doubts.length > 0 ? [`    待核 ${doubts.length} 处：`, ...doubts] : []),
  ];
}

function shown({ value }: Finding<unknown>): string {
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'object' && value !== null) {
    const { role, name } = value as Speaker;
    return name === undefined ? role : `${role} ${name}`;
  }
  return value === 'unknown' ? '未定' : (KIND_NAMES[value as keyof typeof KIND_NAMES] ?? String(value));
}

function ruleLine({ rule, title, edits }: RuleRun): string {
  const notes = new Map<string, number>();
  for (const { note } of edits) if (note !== undefined) notes.set(note, (notes.get(note) ?? 0) + 1);
  const details = [...notes].map(([note, times]) => `${note} ${times}`).join('、');
  return `    ${title} ${edits.length} 处${details ? `：${details}` : ''}（${rule}）`;
}

/** What the file is, how it was read, and what of it was left out. */
export function readingLines({ format, decoded, notes, leftOut, replaced }: Reading): string[] {
  const reasons = new Map<string, number>();
  for (const { reason, words, place } of leftOut) {
    const shown = reason.includes(place) || place.includes(reason) ? reason : `${reason}（${place}）`;
    reasons.set(shown, (reasons.get(shown) ?? 0) + lengthOf(words));
  }
  const changes = new Map<string, number>();
  for (const { shown, reason, place } of replaced) {
    const change = `${reason}“${shown}”（${place}）`;
    changes.set(change, (changes.get(change) ?? 0) + 1);
  }
  return [
    `格式：${format}`,
    ...(decoded ? [`编码：${decoded.encoding}（${decoded.evidence}；把握：${decoded.confidence}）`] : []),
    ...notes.map((note) => `提示：${note}`),
    ...[...reasons]
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => `没有带入：${reason} ${count} 字`),
    ...[...changes].map(([change, times]) => `换写：${change} ${times} 处`),
  ];
}

/** The account of characters: of the file itself, where its text was read out of something else, and of the text. */
export function accountLines({ reading, ledger }: ImportedFile): string[] {
  const { source, inserted, body, removed, metadata, blank } = ledger;
  const blanks = blank > 0 ? ` + 空行 ${blank}` : '';
  const end = reading.uncounted === undefined ? '；没有去向不明的字' : '';
  return [
    ...(reading.fileCharacters === 0 ? [] : [fileLine(reading)]),
    ...(reading.uncounted === undefined
      ? []
      : [`不能保证完整：${reading.uncounted}，文件里的字没能另行清点，请对照原件核对`]),
    `字数：原文 ${source} + 规则添加 ${inserted} = 正文 ${body} + 字段 ${metadata} + 规则移除 ${removed}${blanks}${end}`,
  ];
}

function fileLine({ fileCharacters, leftOut, replaced, added, text }: Reading): string {
  const sum = (words: readonly string[]) => lengthOf(words.join(''));
  const left = sum(leftOut.map(({ words }) => words));
  const changed =
    replaced.length === 0
      ? ''
      : ` − 换写前 ${sum(replaced.map(({ words }) => words))} + 换写后 ${sum(replaced.map(({ shown }) => shown))}`;
  return `文件：${fileCharacters} 字 − 没有带入 ${left}${changed} + 自动编号等 ${sum(added)} = 读出 ${lengthOf(text)}（不计空白）`;
}

function lengthOf(words: string): number {
  return Array.from(squeeze(words)).length;
}
