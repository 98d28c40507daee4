import type { Edit, Line } from '../edits.ts';
import { linesOf, removeLine } from '../edits.ts';
import { isFactLine } from '../readers/facts.ts';
import { pageZones } from './page-zones.ts';
import type { Rule } from './rule.ts';

/** A kind of line that web sites put round an article; the name is what the report says. */
const KINDS: readonly [kind: string, pattern: RegExp][] = [
  ['位置导航', /^(?:您?(?:的)?当前(?:的)?位置|您?现在的位置|所在位置|首页\s*[>›»])[\s:：]*.*$/u],
  ['广告语', /^.{0,40}(?:范文|素材|文库|模板|论文|文秘|公文)网?.{0,24}(?:提供|欢迎|收藏|下载|素材).{0,20}$/u],
  ['来源时间', /^(?:来源|信息来源|文章来源|稿件来源)[:：].{0,60}(?:\||时间|日期|浏览|点击|字号|作者|免责)/u],
  [
    '来源时间',
    /^(?:发布|发表|更新|上传|录入)(?:时间|日期)[:：]\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}.{0,80}$/u,
  ],
  // A bare 时间 with a day in Chinese is that of a meeting.
  ['来源时间', /^(?:时间|日期)[:：]\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}.{0,60})?$/u],
  [
    '来源时间',
    /^(?:时间|日期)[:：]\s*\d{4}年\d{1,2}月\d{1,2}日?.{0,20}(?:来源|浏览|点击|阅读|作者|编辑|字号|字体).{0,60}$/u,
  ],
  ['来源', /^(?:来源|信息来源|文章来源|稿件来源)[:：]\s*\S{2,30}$/u],
  ['浏览工具', /^(?:浏览|点击|阅读)(?:次数|量|数)?[:：]?\s*\d*\s*次?$/u],
  [
    '浏览工具',
    /^(?:【?(?:打印|关闭|字号|字体|收藏|分享|返回顶部|上一篇|下一篇|相关阅读|相关文章|推荐阅读|扫一扫).{0,40})$/u,
  ],
  ['本文地址', /^(?:本文地址|链接地址|本文链接|原文链接|原文地址|转载地址|网址)[:：]\s*https?:\/\/\S+$/u],
  ['页脚链接', /^(?:[^|｜。]{2,24}[|｜]\s*){2,}[^|｜。]{0,24}$/u],
  ['免责声明', /^.{0,20}(?:免责声明|版权声明|特别声明|郑重声明).{0,300}$/u],
  ['免责声明', /^.{0,10}(?:转载请(?:保留|注明)|未经授权).{0,60}$/u],
  ['免责声明', /^.{0,80}(?:互联网用户|网友|会员)(?:整理)?(?:提供|上传|投稿)[;；。]?$/u],
  ['责任编辑', /^[（(【[]?(?:责任编辑|责编|编辑|编审|审核|终审|校对)[:：].{0,30}$/u],
  ['关注提示', /^.{0,10}(?:扫描|扫码|关注|长按).{0,24}(?:公众号|二维码|客户端|微信).{0,40}$/u],
  ['文章关键词', /^(?:文章)?(?:关键词|关键字|标签|Tags?)[:：].{0,60}$/iu],
  ['版权', /^.{0,10}(?:Copyright|©|版权所有|All Rights Reserved).{0,120}$/iu],
  ['备案许可', /^.{0,60}(?:ICP[备证]|公网安备|许可证(?:号|编号)?[:：]).{0,20}\d.{0,100}$/u],
  ['法律顾问', /^.{0,12}法律顾问[:：].{0,60}$/u],
  ['主办单位', /^(?:主办|承办|技术支持|网站标识码)(?:单位)?[:：].{0,60}$/u],
];

const SITE_PREFIX = /^\S{2,12}网\s+\S{2,12}[:：](?=\S)/u;

/** Breadcrumbs, advertisements, source lines, disclaimers, footers: the lines a web site put before and after the text, never inside it. */
export const webFurniture: Rule = {
  name: 'web-furniture',
  title: '去掉网页附带文字',
  edits: (text) => furniture(text),
};

/** The kind of web furniture that a trimmed line is, or `undefined`. */
export function furnitureKind(line: string): string | undefined {
  if (isFactLine(line)) return '文件信息';
  return KINDS.find(([, pattern]) => pattern.test(line))?.[0];
}

function furniture(text: string): Edit[] {
  const { head, tail } = pageZones(text, (line) => furnitureKind(line) !== undefined);
  const edits = [...head, ...tail].flatMap((line) => {
    const kind = furnitureKind(line.text.trim());
    return kind === undefined ? [] : [removeLine(text, line, kind)];
  });
  return [...sitePrefix(text), ...edits].sort((a, b) => a.at - b.at);
}

/** The name of the site and its channel, run into the first paragraph. */
function sitePrefix(text: string): Edit[] {
  const first: Line | undefined = linesOf(text).find((line) => line.text.trim() !== '');
  const match = first && first.text.length > 60 ? SITE_PREFIX.exec(first.text) : null;
  return first && match ? [{ at: first.at, removed: match[0], inserted: '', note: '网站名' }] : [];
}
