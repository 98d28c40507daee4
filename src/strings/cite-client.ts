/** Words of the bar that cites and shares a passage. */
export const citeWords = {
  paragraphLink: (anchor: string) => `第 ${anchor.slice(1)} 段的链接`,
  paragraphs: (first: number, last: number) =>
    first === last ? `第 ${first} 段` : `第 ${first} 至 ${last} 段`,
  label: (paragraphs: string) => `引用${paragraphs}`,
  link: '复制链接',
  quote: '复制引文',
  standard: 'GB/T 7714',
  close: '关闭',
  linkCopied: '链接已复制',
  quoteCopied: '引文已复制，可以直接粘贴',
  standardCopied: '参考文献已复制，依 GB/T 7714—2015',
  missing: (names: readonly string[]) => `；原文未注明：${names.join('、')}，请自行补上`,
  failed: '复制失败，请在下面的框里全选后复制',
  field: '要复制的文字',
  weChat: '；微信里要打印、下载，请点右上角“…”，选“在浏览器打开”',
} as const;
