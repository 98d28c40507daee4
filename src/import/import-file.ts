import { createHash } from 'node:crypto';
import { extname, basename } from 'node:path';
import type { LibraryKind } from '../schemas/collections.ts';
import { COLLECTIONS } from '../schemas/collections.ts';
import { formatFault } from '../source/fault.ts';
import { splitFrontMatter } from '../source/front-matter.ts';
import { validate } from '../source/validate.ts';
import { parseYaml } from '../source/yaml.ts';
import { decode, UnreadableFile, type Decoded } from '../domain/decode.ts';
import { readArticle, type Article } from './article.ts';
import { cleanUp, removedBy, type RuleRun } from './clean-up.ts';
import { account, type Ledger } from './conservation.ts';
import { makeDraft, type Draft } from './draft.ts';
import type { UnitNames } from './metadata/units.ts';
import type { Rule, SourceForm } from './rules/rule.ts';
import { splitArticles } from './split-articles.ts';

/** What an import is told besides the file. */
export interface ImportOptions {
  rules: readonly Rule[];
  units: readonly UnitNames[];
  kind?: LibraryKind | undefined;
  encoding?: string | undefined;
}

/** One article of a file, read and made into a draft. */
export interface ImportedArticle {
  article: Article;
  draft: Draft;
  /** Why the file was cut before this article; absent for the first. */
  splitEvidence: string | undefined;
  /** `digest/part`, which tells whether this very article was imported before. */
  originKey: string;
}

/** A file that was read, with the account of its characters. */
export interface ImportedFile {
  decoded: Decoded;
  runs: RuleRun[];
  articles: ImportedArticle[];
  ledger: Ledger;
}

/** Thrown where a file must not be written: characters unexplained or a draft that would not build; the message is Chinese. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
}

const FORMS: Record<string, SourceForm> = { '.txt': 'plain', '.md': 'markdown', '.markdown': 'markdown' };

/** Turns a file's bytes into drafts. Pure but for the digest. Throws UnreadableFile, EditMismatch or ImportFailure. */
export function importFile(path: string, bytes: Uint8Array, options: ImportOptions): ImportedFile {
  const form = FORMS[extname(path).toLowerCase()];
  if (form === undefined) throw new UnreadableFile('目前只读 .txt 和 .md；请先另存为 .txt（编码选 UTF-8）');
  const decoded = decode(bytes, options.encoding);
  refuseWhatIsNoProse(decoded.text, form);
  const { text, runs } = cleanUp(decoded.text, options.rules, form);
  const slices = form === 'plain' ? splitArticles(text) : [{ text }];
  const digest = createHash('sha256').update(bytes).digest('hex');
  const furniture = [...removedBy(runs, 'web-furniture'), ...removedBy(runs, 'contact-lines')];
  const articles = slices.map((slice, index) => {
    const fileName = basename(path);
    const article = readArticle({
      slice: slice.text,
      sourceText: text,
      furniture,
      fileName: fileName.slice(0, fileName.length - extname(fileName).length),
      units: options.units,
      kind: options.kind,
    });
    if (article.lines.length === 0)
      throw new ImportFailure('整理后没有正文，未写入；可用 --without 停用有关规则后再试');
    const origin = { fileName, digest, part: index + 1, parts: slices.length };
    const draft = makeDraft(
      article,
      origin,
      runs.map((run) => run.title),
      form,
    );
    refuseFaultyDraft(draft);
    return { article, draft, splitEvidence: slice.evidence, originKey: `${digest}/${origin.part}` };
  });
  const ledger = account({
    source: decoded.text,
    form,
    runs,
    slices: slices.map((slice) => slice.text),
    articles: articles.map(({ article, draft }) => ({ ...article, draftText: draft.text })),
  });
  if (ledger.unexplained.length > 0)
    throw new ImportFailure(`字数对不上，未写入：${ledger.unexplained.join('；')}`);
  return { decoded, runs, articles, ledger };
}

function refuseWhatIsNoProse(text: string, form: SourceForm): void {
  if (text.trim() === '') throw new UnreadableFile('文件是空的');
  if (form === 'markdown' && splitFrontMatter(text.replace(/\r\n?/g, '\n')).matter !== undefined) {
    throw new UnreadableFile('开头已有字段（---），是现成的条目；直接放进内容文件夹即可');
  }
}

function refuseFaultyDraft({ kind, text }: Draft): void {
  const yaml = parseYaml(splitFrontMatter(text).matter ?? '', '草稿', 2);
  const { faults } = validate(COLLECTIONS[kind].schema, yaml);
  if (faults.length > 0)
    throw new ImportFailure(`草稿的字段不合要求，未写入：${faults.map(formatFault).join('；')}`);
}
