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

/** Tells the editor where a page was not saved whole: its end is missing, or its words say that more is to be loaded. */
export function noteWhatIsMissing(html: string, words: string, collector: Collector): void {
  const tail = html.slice(-TAIL);
  if (CUT_TAG.test(tail)) collector.note('网页在一个标签中间断了，没有存全，请核对末尾');
  else if (/<(?:html|body)[\s>]/i.test(html) && !ENDED.test(tail))
    collector.note('网页没有结尾标签，可能没有存全，请核对末尾');
  const folded = FOLDED.exec(words)?.[0];
  if (folded !== undefined) collector.note(`网页上有“${folded}”，可能只载入了一部分，请核对末尾`);
}

/** The day on which a page was put up, as it tells its script; `undefined` where it does not. The script is not run. */
export function dayInScript(script: string): string | undefined {
  const { day, seconds } = SCRIPTED_DAY.exec(script)?.groups ?? {};
  if (day !== undefined) return day;
  if (seconds === undefined) return undefined;
  return new Date((Number(seconds) + HOURS_OF_CHINA * 3600) * 1000).toISOString().slice(0, 10);
}
