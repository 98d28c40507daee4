import type { Finding } from '../../domain/desk/api.ts';
import { surveyBody } from '../../markdown/body.ts';
import { COLLECTIONS } from '../../schemas/collections.ts';
import { splitFrontMatter } from '../../source/front-matter.ts';
import { positionsIn } from '../../source/position-in-body.ts';
import { SITE_FILE } from '../../source/written-address.ts';
import { parseYaml } from '../../source/yaml.ts';
import { certainMends, idleAnswerMends } from './mend.ts';
import { collectionOf } from './own-faults.ts';

/**
 * Findings of a file with the field that each is about, and the change that mends it where only one can be meant. What is about a paragraph stands where
 * that is now: lines may have come before it since the whole content was looked through.
 */
export function withRemedies(file: string, text: string, findings: readonly Finding[]): Finding[] {
  const plain = plainOf(text);
  const { matter, bodyLine } = splitFrontMatter(plain);
  const isFields = matter === undefined && !/\.mdx?$/.test(file);
  const fields = isFields ? plain : (matter ?? '');
  const firstLine = isFields ? 1 : 2;
  const yaml = parseYaml(fields, file, firstLine);
  const mends = file === SITE_FILE ? [] : certainMends(COLLECTIONS[collectionOf(file)].schema, yaml);
  const answers = idleAnswerMends(yaml);
  const starts = isFields ? [] : paragraphLines(file, text);
  return findings.map((found) => {
    const line = found.paragraph === undefined ? undefined : starts[found.paragraph - 1];
    const finding = line === undefined ? found : { ...found, line };
    if (!isFields && finding.line >= bodyLine) return finding;
    const known = finding.kind === undefined ? mends : finding.kind === '答复' ? answers : [];
    const mend = known.find(({ line, column }) => line === finding.line && column === finding.column)?.mend;
    const field = fieldOnLine(fields, finding.line - firstLine);
    return { ...finding, ...(field === undefined ? {} : { field }), ...(mend ? { mend } : {}) };
  });
}

/** The lines of a file in which the paragraphs of its page begin; none where its body is at fault. */
export function paragraphLines(file: string, text: string): number[] {
  const { body, bodyLine } = splitFrontMatter(plainOf(text));
  const texts = surveyBody(body, { isMdx: file.endsWith('.mdx') }).writtenBlocks.map((block) => block.text);
  const positionOf = positionsIn({ file, body, bodyLine }, texts);
  return texts.map((_, index) => positionOf(index + 1, 0).line);
}

function plainOf(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** The field of the whole file that a line of YAML belongs to. */
function fieldOnLine(yaml: string, index: number): string | undefined {
  const lines = yaml.split('\n').slice(0, index + 1);
  return lines.map((line) => /^([A-Za-z]\w*)\s*:/.exec(line)?.[1]).findLast((name) => name !== undefined);
}
