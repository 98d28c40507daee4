import { bareName, readByPattern } from '../essays/file-name.ts';
import type { Finding } from './finding.ts';
import type { Requirements } from './requirements.ts';

/** What is wrong with a file's name: its form, a unit that is not asked, a title that is not the text's. */
export function checkFileName(
  fileName: string,
  { fileName: pattern, units }: Requirements,
  title: string | undefined,
): Finding[] {
  if (pattern === undefined) return [];
  const found = bareName(fileName);
  const parts = readByPattern(pattern, fileName);
  if (!parts) return [{ kind: 'file name', found, pattern }];
  const { 单位: unit, 题目: named } = parts;
  const findings: Finding[] = [];
  if (unit !== undefined && units.length > 0 && !units.some((names) => names.includes(unit))) {
    findings.push({ kind: 'file name unit', found: unit });
  }
  if (named !== undefined && title !== undefined && plain(named) !== plain(title)) {
    findings.push({ kind: 'file name title', found: named, title });
  }
  return findings;
}

/** Titles are compared without marks and spaces, which file names often cannot hold. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
