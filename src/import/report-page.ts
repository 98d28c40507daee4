import { visible } from '../domain/characters.ts';
import type { TextDoubt } from '../domain/doubts/doubt.ts';
import type { ImportedFile } from './import-file.ts';
import type { Placed } from './library-folder.ts';
import { CELL, NOTE, NOTE_WORDS, TABLE } from './marks.ts';
import { doubtLine, gatherDoubts, openFindings, settledFindings, type ShownFinding } from './decisions.ts';
import { accountLines, askedOfFile, findingsOf, joinPieces, outcomesOf, readingLines } from './report.ts';
import { lineEnds } from './rules/line-ends.ts';
import { trace, type Segment } from './trace.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fbf9f4;--line:#d8d2c4;--red:#a3271f;--green:#2b6a3b;--quiet:#6d685e}
@media(prefers-color-scheme:dark){:root{--ink:#e9e5dc;--paper:#1d1c1a;--line:#45413a;--red:#f0897f;--green:#8fd0a0;--quiet:#a8a296}}
body{margin:2rem auto;max-width:76rem;padding:0 1rem;font:16px/1.75 "Songti SC","Noto Serif CJK SC",SimSun,serif;color:var(--ink);background:var(--paper)}
h1,h2,h3{font-weight:600;line-height:1.4}h2{margin-top:3rem;border-top:2px solid var(--ink);padding-top:.6rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--line);padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.sides{table-layout:fixed}.sides th,.sides td{width:50%;padding-right:1.2rem}
del{color:var(--red);text-decoration-thickness:1px}ins{color:var(--green);text-decoration-thickness:1px;text-underline-offset:.2em}
sup{font:10px/1 sans-serif;color:var(--quiet)}.failed{color:var(--red)}.quiet{color:var(--quiet)}ol,ul{padding-left:1.5em}
summary{cursor:pointer}section{content-visibility:auto;contain-intrinsic-size:auto 60rem}th{white-space:nowrap}@media(max-width:40rem){body{margin:1rem auto}.facts td:nth-child(3)::before{content:'依据：'}.facts td,.facts th{display:block;border:0;padding:0}.facts tr{display:block;border-bottom:1px solid var(--line);padding:.3rem 0}.facts tr:first-child{display:none}.facts td:last-child::before{content:'把握：'}}
@media print{details>*{display:block}body{max-width:none}}`;

/** The beginning of the report page: it needs no script, no network and no other file. */
export function pageHead(): string {
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>导入报告</title><style>${STYLE}</style></head><body><h1>导入报告</h1>
<p>左为原文，右为整理稿。<del>划去的</del>是整理规则拿掉的，<ins>加线的</ins>是规则加上的，小数字是规则的序号，列在每个文件的末尾。</p>
<p><a href="#total">先看汇总：哪些要先核定，哪些没有导入</a></p>
`;
}

/**
 * One file of the report page: what has to be decided, its fields with their evidence, the least certain first, its doubts gathered, the account, both
 * texts side by side; in pieces as `reportPieces`.
 */
export function pagePieces(path: string, file: ImportedFile): string[] {
  const rules = file.runs.map(({ rule }) => rule);
  const asked = askedOfFile(file.reading);
  const pieces: string[] = [];
  let piece = `<section><h2>${escape(path)}</h2>
${asked.length > 0 ? `<p>整个文件需要核定 ${asked.length} 项</p>${list(asked)}` : ''}
`;
  for (const article of file.articles) {
    pieces.push(`${piece}<h3>`);
    piece = `</h3>
${fields(findingsOf(article))}
${doubtsOf(article.article.doubts)}
`;
  }
  return [
    ...pieces,
    `${piece}<p>账目</p>${list([...readingLines(file.reading), ...accountLines(file)])}
<details open><summary>原文与整理稿对照</summary><table class="sides"><tr><th>原文</th><th>整理稿</th></tr>
${sides(trace(file.reading.text, file.runs), rules)}</table></details>
<ol>${file.runs.map(({ title, edits }) => `<li>${escape(title)}，${edits.length} 处</li>`).join('')}</ol></section>
`,
  ];
}

function list(each: readonly string[]): string {
  return `<ul>${each.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`;
}

/** What has to be decided above what is certain. */
function fields(findings: readonly ShownFinding[]): string {
  const row = ({ name, value, evidence, confidence }: ShownFinding) =>
    `<tr><th>${escape(name)}</th><td>${escape(value)}</td><td>${escape(evidence)}</td><td>${confidence}</td></tr>`;
  const open = openFindings(findings);
  const rows = [...open, ...settledFindings(findings)].map(row).join('');
  const told = open.length > 0 ? `<p>需要核定 ${open.length} 项</p>\n` : '';
  return `${told}<table class="facts"><tr><th>字段</th><th>认作</th><th>依据</th><th>把握</th></tr>${rows}</table>`;
}

/** The doubts gathered by kind; each of them on demand, where gathering has left some out. */
function doubtsOf(doubts: readonly TextDoubt[]): string {
  if (doubts.length === 0) return '';
  const gathered = gatherDoubts(doubts);
  const all =
    gathered.length < doubts.length
      ? `<details><summary>逐处列出</summary>${list(doubts.map(doubtLine))}</details>`
      : '';
  return `<p>待核 ${doubts.length} 处</p>${list(gathered)}${all}`;
}

/** The same in one piece, of a file whose articles went to known places. */
export function pageOfFile(
  path: string,
  file: ImportedFile,
  placed: readonly Placed[],
  dryRun: boolean,
): string {
  return joinPage(pagePieces(path, file), outcomesOf(placed, dryRun, file.articles.length));
}

/** The pieces with where each article went. */
export function joinPage(pieces: readonly string[], outcomes: readonly string[]): string {
  return joinPieces(pieces, outcomes.map(escape));
}

/** One file that could not be imported. */
export function pageOfFailure(path: string, reason: string): string {
  return `<section><h2>${escape(path)}</h2><p class="failed">未导入：${escape(reason)}</p></section>\n`;
}

/** The end of the report page: what is to be decided and what failed in all files, to which its beginning leads. */
export function pageFoot(total: string): string {
  const lines = total.split('\n').map((line) => `<p>${escape(line)}</p>`);
  return `<section id="total"><h2>汇总</h2>\n${lines.join('\n')}</section></body></html>\n`;
}

/** A row for each line of the source; what a rule has joined to it stands with the line that it came from. */
function sides(segments: readonly Segment[], rules: readonly string[]): string {
  const rows: string[] = [];
  let [left, right] = ['', ''];
  const close = () => {
    if (left !== '' || right !== '') rows.push(`<tr><td>${left}</td><td>${right}</td></tr>\n`);
    [left, right] = ['', ''];
  };
  for (const { text, fate, rule } of segments) {
    if (fate === 'removed' && text.includes('\n') && text.trim() === '' && rule !== lineEnds.name)
      left += `<del>↵</del><sup>${rules.indexOf(rule ?? '') + 1}</sup>`;
    const number = rule === undefined ? '' : `<sup>${rules.indexOf(rule) + 1}</sup>`;
    text.split('\n').forEach((words, index) => {
      if (index > 0 && fate !== 'inserted') close();
      else if (index > 0 && right !== '') right += '<br>';
      if (words === '') return;
      const shown = escape(words);
      if (fate === 'removed') left += `<del>${shown}</del>${number}`;
      else if (fate === 'inserted') right += `<ins>${shown}</ins>${number}`;
      else [left, right] = [left + shown, right + shown];
    });
  }
  close();
  return rows.join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  [CELL]: ' ｜ ',
  [NOTE]: '※',
  [NOTE_WORDS]: '※',
  [TABLE]: '',
};

const SPECIAL = new RegExp(`[${Object.keys(ENTITIES).join('')}]`, 'g');

function escape(text: string): string {
  return visible(text.replace(SPECIAL, (character) => ENTITIES[character] ?? ''));
}
