import type { Finding } from './finding.ts';

const NAME_PATTERNS: readonly RegExp[] = [
  /^(?:信息|文章|稿件)?来源[:：]\s*(?<name>[^\s|｜:：]{2,24})/u,
  /(?:Copyright|©)[^\p{Script=Han}]*(?<name>\p{Script=Han}{2,14})/u,
  /当前位置[:：]\s*(?<name>[^\s>›»|]{2,16}网)\s*[>›»]/u,
  /^(?<name>\S{2,12}网\s+\S{2,12})[:：]$/u,
  /关注(?<name>\p{Script=Han}{2,12})微信公众号/u,
];
const NO_NAMES = /^(?:网络整理|网络|互联网|本站|本网|首页|未知|原创|版权所有)$/u;
const LONGEST_EXCERPT = 40;

/** The name of the web site, from what it said of itself. */
export function readSiteName(furniture: readonly string[]): Finding | undefined {
  for (const pattern of NAME_PATTERNS) {
    for (const line of furniture) {
      const name = pattern.exec(line)?.groups?.name;
      if (name === undefined || NO_NAMES.test(name)) continue;
      return { value: name, evidence: `“${excerpt(line)}”`, confidence: '中' };
    }
  }
  return undefined;
}

/** The address of the page: only one that the page gives as its own. */
export function readSiteUrl(furniture: readonly string[]): Finding | undefined {
  for (const line of furniture) {
    const url = /(?:地址|链接)[:：]\s*(?<url>https?:\/\/[^\s，。]+)/u.exec(line)?.groups?.url;
    if (url !== undefined && URL.canParse(url))
      return { value: url, evidence: `“${excerpt(line)}”`, confidence: '高' };
  }
  return undefined;
}

function excerpt(line: string): string {
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line;
}
