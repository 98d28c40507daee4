import type { Nodes, Root } from 'hast';
import type { Collector } from '../collector.ts';

const ENDED = /<\/(?:html|body)\s*>\s*(?:<!--[\s\S]*?-->\s*)*(?:<\/html\s*>)?\s*$/i;
const TAIL = 4000;
const CUT_TAG = /<[A-Za-z/][^<>]*$/;
const FOLDED =
  /(?:点击|展开|查看|阅读)(?:展开|查看|阅读)?(?:全文|剩余|更多内容)|剩余\d+%|加载中|正在加载|内容加载/u;
/** Days that a page of 微信公众号 keeps for a script to show. */
const SCRIPTED_DAY =
  /\b(?:createTime|publish_time|oriCreateTime)\s*=\s*["'](?:(?<day>\d{4}-\d{2}-\d{2})[^"']*|(?<seconds>\d{10}))["']/;
const HOURS_OF_CHINA = 8;

/** Elements that take all that follows for theirs until their own end tag, and show none of it. */
const SWALLOWING = new Set(['script', 'style', 'title', 'iframe']);

/** Tells the editor where a page was not saved whole: its end is missing or swallowed, or its words say that more is to be loaded. */
export function noteWhatIsMissing(html: string, root: Root, words: string, collector: Collector): void {
  const swallowed = swallowedBy(root, html);
  if (swallowed)
    collector.note(
      `网页末尾的${swallowed.name}没有结尾，里面的 ${swallowed.count} 个汉字当不了正文，请核对末尾`,
    );
  const tail = html.slice(-TAIL);
  if (CUT_TAG.test(tail)) collector.note('网页在一个标签中间断了，没有存全，请核对末尾');
  else if (/<(?:html|body)[\s>]/i.test(html) && !ENDED.test(tail))
    collector.note('网页没有结尾标签，可能没有存全，请核对末尾');
  const folded = FOLDED.exec(words)?.[0];
  if (folded !== undefined) collector.note(`网页上有“${folded}”，可能只载入了一部分，请核对末尾`);
}

/** The comment or script without an end that the rest of a page has become a part of, where it holds Chinese. */
function swallowedBy(node: Nodes, html: string): { name: string; count: number } | undefined {
  if (node.position && (node.position.end.offset ?? 0) >= html.length) {
    const source = html.slice(node.position.start.offset);
    const name =
      node.type === 'comment' && !source.endsWith('-->')
        ? '注释（<!--）'
        : node.type === 'element' &&
            SWALLOWING.has(node.tagName) &&
            !source.toLowerCase().includes(`</${node.tagName}`)
          ? `标签 <${node.tagName}> `
          : undefined;
    const count = source.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (name !== undefined && count > 0) return { name, count };
  }
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last && swallowedBy(last, html);
}

/** The day on which a page was put up, as it tells its script; `undefined` where it does not. The script is not run. */
export function dayInScript(script: string): string | undefined {
  const { day, seconds } = SCRIPTED_DAY.exec(script)?.groups ?? {};
  if (day !== undefined) return day;
  if (seconds === undefined) return undefined;
  return new Date((Number(seconds) + HOURS_OF_CHINA * 3600) * 1000).toISOString().slice(0, 10);
}
