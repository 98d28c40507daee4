import { printable } from '../domain/characters.ts';
import type { Metadata } from './article.ts';
import type { RuleRun } from './clean-up.ts';
import type { ImportedArticle, ImportedFile } from './import-file.ts';
import type { Placed } from './library-folder.ts';
import type { Finding } from './metadata/finding.ts';
import {
  gatherDoubts,
  gatherOpen,
  gatherRefusals,
  openFindings,
  partNotes,
  settledFindings,
  type ShownFinding,
} from './decisions.ts';
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
  ['genre', '文种'],
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
 * known only when it is written. First stands what has to be decided, then what is certain, then the account.
 */
export function reportPieces(path: string, file: ImportedFile): string[] {
  const { reading, runs, articles } = file;
  const asked = askedOfFile(reading).map((line) => `    ${line}`);
  const pieces: string[] = [];
  let piece = lines([
    `■ ${printable(path)}`,
    ...(articles.length > 1 ? [`  一个文件分成 ${articles.length} 篇`] : []),
    ...(asked.length > 0 ? [`  整个文件需要核定 ${asked.length} 项：`, ...asked] : []),
  ]);
  for (const article of articles) {
    pieces.push(`${piece}  → `);
    piece = `\n${lines(articleLines(article))}`;
  }
  const rest = [
    '  账目：',
    ...[...readingLines(reading), ...accountLines(file)].map((line) => `    ${line}`),
    '  整理规则：',
    ...(runs.length > 0 ? runs.map(ruleLine) : ['    没有改动']),
  ];
  return [...pieces, piece + lines(rest)];
}

/** What an editor has to look to in a file as a whole: what may be missing, and what its notes ask for. */
export function askedOfFile(reading: Reading): string[] {
  return [...uncountedLines(reading), ...partNotes(reading.notes).asking];
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

/** How many drafts a run made, what failed and why, and which fields are least certain. */
export interface Total {
  written: number;
  present: number;
  failed: number;
  refused: readonly { path: string; reason: string }[];
  /** Names of fields, once for each article in which they are uncertain. */
  uncertain: readonly string[];
}

/** The closing lines of a run: what is to be decided and what failed, gathered, then the count. */
export function reportTotal(
  { written, present, failed, refused, uncertain }: Total,
  dryRun: boolean,
): string {
  const verb = dryRun ? '将写入' : '写入';
  const refusals = refused.length > 1 ? gatherRefusals(refused).map((line) => `  ${printable(line)}`) : [];
  return [
    ...(uncertain.length > 0 ? [`把握低、要先核定的：${gatherOpen(uncertain)}。`] : []),
    ...(refusals.length > 0 ? ['没有导入的文件：', ...refusals] : []),
    `共${verb} ${written} 篇，已导入过 ${present} 篇，未导入文件 ${failed} 个。`,
  ].join('\n');
}

/** What was read from an article, field by field, with the words that it rests on. */
export function findingsOf({ article }: ImportedArticle): ShownFinding[] {
  return FIELD_NAMES.flatMap(([field, name]) => {
    const finding = article.metadata[field];
    if (finding === undefined) return [];
    const { evidence, confidence } = finding;
    return [{ field, name, value: finding.shown ?? shown(finding), evidence, confidence }];
  });
}

/** The fields of an article that are least certain. */
export function uncertainFields(imported: ImportedArticle): string[] {
  return openFindings(findingsOf(imported))
    .filter(({ confidence }) => confidence === '低')
    .map(({ name }) => name);
}

function outcomeOf(placed: Placed | undefined, dryRun: boolean): string {
  const outcome =
    placed?.outcome === 'present' ? '已导入过，未改动' : dryRun ? '试运行，未写入' : '已写入草稿';
  const kept = placed?.original === undefined ? '' : `；繁体原文照存于 ${placed.original}`;
  return `${placed?.file ?? ''}（${outcome}${kept}）`;
}

/** What is said of an article below where it went: what has to be decided, the least certain first, then what is certain. */
function articleLines(imported: ImportedArticle): string[] {
  const findings = findingsOf(imported);
  const { doubts } = imported.article;
  const open = openFindings(findings).map(findingLine);
  const settled = settledFindings(findings).map(findingLine);
  const gathered = gatherDoubts(doubts).map((line) => `      ${line}`);
  return [
    ...(imported.splitEvidence === undefined ? [] : [`    分篇依据：${imported.splitEvidence}`]),
    ...(open.length > 0 ? [`    需要核定 ${open.length} 项：`, ...open] : []),
    ...(gathered.length > 0 ? [`    待核 ${doubts.length} 处：`, ...gathered] : []),
    ...(settled.length > 0 ? ['    认定：', ...settled] : []),
  ];
}

function findingLine({ name, value, evidence, confidence }: ShownFinding): string {
  return `      ${name}：${value}（${evidence}；把握：${confidence}）`;
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
  const reasons = new Map<string, { count: number; places: Set<string> }>();
  for (const { reason, words, place } of leftOut) {
    const known = reasons.get(reason) ?? { count: 0, places: new Set<string>() };
    known.count += lengthOf(words);
    if (!reason.includes(place) && !place.includes(reason)) known.places.add(place);
    reasons.set(reason, known);
  }
  const changes = new Map<string, number>();
  for (const { shown, reason, place } of replaced) {
    const change = `${reason}“${shown}”（${place}）`;
    changes.set(change, (changes.get(change) ?? 0) + 1);
  }
  return [
    `格式：${format}`,
    ...(decoded ? [`编码：${decoded.encoding}（${decoded.evidence}；把握：${decoded.confidence}）`] : []),
    ...partNotes(notes).telling.map((note) => `提示：${note}`),
    ...[...reasons]
      .filter(([, { count }]) => count > 0)
      .map(([reason, { count, places }]) => `没有带入：${reason}${placeWords([...places])} ${count} 字`),
    ...[...changes].map(([change, times]) => `换写：${change} ${times} 处`),
  ];
}

/** Places are named as long as they are few: a book has a running head on every page. */
const MOST_PLACES = 3;

function placeWords(places: readonly string[]): string {
  if (places.length === 0) return '';
  return places.length <= MOST_PLACES
    ? `（${places.join('、')}）`
    : `（${places[0] ?? ''}等 ${places.length} 处）`;
}

/** The account of characters: of the file itself, where its text was read out of something else, and of the text. */
export function accountLines({ reading, ledger }: ImportedFile): string[] {
  const { source, inserted, body, removed, metadata, blank } = ledger;
  const blanks = blank > 0 ? ` + 空行 ${blank}` : '';
  const end = reading.uncounted === undefined ? '；没有去向不明的字' : '';
  return [
    ...(reading.fileCharacters === 0 ? [] : [fileLine(reading)]),
    ...uncountedLines(reading),
    `字数：原文 ${source} + 规则添加 ${inserted} = 正文 ${body} + 字段 ${metadata} + 规则移除 ${removed}${blanks}${end}`,
  ];
}

function uncountedLines({ uncounted }: Reading): string[] {
  return uncounted === undefined
    ? []
    : [`不能保证完整：${uncounted}，文件里的字没能另行清点，请对照原件核对`];
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
