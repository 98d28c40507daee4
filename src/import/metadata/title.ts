import { isTitleLike } from '../shapes.ts';
import type { Finding } from './finding.ts';

const LONGEST_OPENING = 26;
const LEAST_HAN_IN_FILE_NAME = 4;

/** The title: the title line; without one what the page says; without that a Chinese file name; else the opening words, as far as they are undamaged. */
export function readTitle(
  titleLine: string | undefined,
  stated: string | undefined,
  firstParagraph: string,
  fileName: string,
): Finding {
  if (titleLine !== undefined) return { value: titleLine, evidence: '开头的标题行', confidence: '高' };
  if (stated !== undefined && /\p{Script=Han}/u.test(stated))
    return {
      value: stated,
      evidence: `网页标注“标题：${stated}”`,
      confidence: '高',
    };
  const name = fileName.replace(/[_-]+/g, ' ').trim();
  if ((name.match(/\p{Script=Han}/gu)?.length ?? 0) >= LEAST_HAN_IN_FILE_NAME) {
    return { value: name, evidence: '没有标题行，取文件名', confidence: '中' };
  }
  return {
    value: openingOf(firstParagraph),
    evidence: '没有标题行，取正文开头，请改',
    confidence: '低',
  };
}

/** A lone short line as it is; else the first sentence, or as many of its whole clauses as fit and are undamaged. */
function openingOf(paragraph: string): string {
  const sound = /^[^。！？!?\uFFFD_]*/u.exec(paragraph)?.[0] ?? '';
  if (sound.length === paragraph.length && isTitleLike(paragraph)) return paragraph;
  const endsWhole = /^[。！？]/u.test(paragraph.slice(sound.length));
  const clauses = sound.split(/(?=[，,；;：:])/u);
  if (!endsWhole && clauses.length > 1) clauses.pop();
  let opening = '';
  for (const clause of clauses) {
    if ((opening + clause).length > LONGEST_OPENING) break;
    opening += clause;
  }
  return opening || sound.slice(0, LONGEST_OPENING) || '无标题';
}
