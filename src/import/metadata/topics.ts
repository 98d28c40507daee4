import type { Finding } from './finding.ts';

const LEAST_MENTIONS = 3;
const MOST_TOPICS = 3;

/** Topics of the library that an article speaks of: named in its title, or three times in its text. */
export function readTopics(
  topics: readonly string[],
  title: string,
  lines: readonly string[],
): Finding<string[]> | undefined {
  const body = lines.join('\n');
  const found = topics
    .map((topic) => ({
      topic,
      inTitle: title.includes(topic),
      mentions: body.split(topic).length - 1,
    }))
    .filter(({ inTitle, mentions }) => inTitle || mentions >= LEAST_MENTIONS)
    .sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.mentions - a.mentions)
    .slice(0, MOST_TOPICS);
  if (found.length === 0) return undefined;
  return {
    value: found.map(({ topic }) => topic),
    evidence: found
      .map(({ topic, inTitle, mentions }) => (inTitle ? `标题有“${topic}”` : `正文“${topic}”${mentions} 次`))
      .join('；'),
    confidence: found.every(({ inTitle }) => inTitle) ? '中' : '低',
  };
}
