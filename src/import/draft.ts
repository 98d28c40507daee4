import { present } from '../domain/present.ts';
import { stringify } from 'yaml';
import type { LibraryKind } from '../schemas/collections.ts';
import type { Article, Metadata } from './article.ts';
import { readParagraphs, toMarkdown, type Paragraph } from './markdown-body.ts';
import { NOT_STATED } from './metadata/speaker.ts';
import type { SourceFormat } from './rules/rule.ts';

/** A file to be written: where it belongs, and what it holds. */
export interface NewDraft {
  kind: LibraryKind;
  title: string;
  /** The whole file. */
  text: string;
  /** The source as it was read, where its characters were converted and cannot be told from the draft. */
  original?: string | undefined;
}

/** The same with the body within it and the paragraphs that the body must render as. */
export interface Draft extends NewDraft {
  body: string;
  paragraphs: Paragraph[];
}

/** What marks a draft as made from a certain source, so that importing twice changes nothing. */
export interface Origin {
  fileName: string;
  /** SHA-256 of the source file, in hexadecimal. */
  digest: string;
  /** Which article of the source this is, from 1, and of how many. */
  part: number;
  parts: number;
}

/** Makes the draft of an article: front matter, then a body that renders as the article's lines. */
export function makeDraft(
  article: Article,
  origin: Origin,
  ruleTitles: readonly string[],
  { form, hasHeadings }: { form: SourceFormat; hasHeadings: boolean },
): Draft {
  const paragraphs = form === 'markdown' ? [] : paragraphsOf(article, hasHeadings);
  const body =
    form === 'markdown' ? `${article.bodyText.replace(/^\n+|\n+$/g, '')}\n` : toMarkdown(paragraphs);
  const fields = frontMatter(article.metadata, ruleTitles);
  const text = `---\n${originComment(origin)}\n${stringify(fields, { lineWidth: 0 })}${correctionHints(article.doubts)}---\n\n${body}`;
  return {
    kind: article.metadata.kind.value,
    title: article.metadata.title.value,
    text,
    body,
    paragraphs,
  };
}

function paragraphsOf({ lines, levels }: Article, hasHeadings: boolean): Paragraph[] {
  return hasHeadings ? readParagraphs(lines, levels) : lines.map((text) => ({ text, level: 0 }));
}

/** Correction records for damaged places, as comments: the editor fills in what the original says and takes the marks away. */
function correctionHints(doubts: Article['doubts']): string {
  const damaged = doubts.filter(({ reason }) => reason.startsWith('文字损坏'));
  if (damaged.length === 0) return '';
  const records = damaged.flatMap(({ paragraph, words }) => [
    `  - paragraph: p${paragraph}`,
    `    original: ${JSON.stringify(words)}`,
    '    corrected: （照原件填写）',
    '    reason: 来源的文字损坏，据原件更正',
  ]);
  const lines = [
    '下面的文字已损坏，查到原件后填好 corrected，再去掉下面各行开头的“# ”（井号和后面一个空格）：',
    'corrections:',
    ...records,
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}

/** The comment that names a draft's source; a comment, so that it is no field and no reader sees it. */
export function originComment({ fileName, digest, part, parts }: Origin): string {
  return `# 导入自 ${fileName.replace(/\s+/g, ' ')}，第 ${part} 篇，共 ${parts} 篇 sha256:${digest}`;
}

/** The source and part that a draft's text was made from, as `digest/part`; `undefined` for files made by hand. */
export function originKeyOf(text: string): string | undefined {
  const match = /^# 导入自 .*，第 (?<part>\d+) 篇，共 \d+ 篇 sha256:(?<digest>[0-9a-f]{64})$/mu.exec(text);
  return match?.groups ? `${match.groups.digest}/${match.groups.part}` : undefined;
}

function frontMatter(metadata: Metadata, ruleTitles: readonly string[]): Record<string, unknown> {
  return present({
    title: metadata.title.value,
    subtitle: metadata.subtitle?.value,
    date: metadata.date.value,
    ...fieldsOfKind(metadata),
    topics: metadata.topics?.value,
    units: metadata.units?.value,
    source: present({
      name: metadata.sourceName?.value ?? metadata.newspaper?.value ?? NOT_STATED,
      url: metadata.sourceUrl?.value,
      publishedOn: metadata.publishedOn?.value,
      retrievedOn: metadata.retrievedOn?.value,
      note: sourceNote(metadata),
      rules: ruleTitles.length > 0 ? ruleTitles : undefined,
    }),
    draft: true,
  });
}

function fieldsOfKind({
  kind,
  speaker,
  occasion,
  byline,
  newspaper,
  issuer,
  documentNumber,
}: Metadata): Record<string, unknown> {
  if (kind.value === 'speeches') return { speaker: speaker?.value, occasion: occasion?.value };
  if (kind.value === 'articles') return { byline: byline?.value, newspaper: newspaper?.value };
  return {
    issuer: issuer?.value,
    author: byline?.value,
    documentNumber: documentNumber?.value,
  };
}

/** What readers should know of the day, where the page's day could be taken for it. */
function sourceNote({ date, retrievedOn }: Metadata): string | undefined {
  return date.value === 'unknown' && retrievedOn !== undefined ? `${date.evidence}。` : undefined;
}
