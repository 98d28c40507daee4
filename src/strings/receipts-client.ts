/** Typefaces of a copied table's title, head and cells, by the names under which Word and WPS know them. */
export const TITLE_FACE = '方正小标宋简体,黑体';
export const HEAD_FACE = '黑体,SimHei';
export const CELL_FACE = '仿宋_GB2312,仿宋,FangSong';

/** Words that the script of 报送情况 uses in the browser. */
export const receiptWords = {
  tableCopied: '表格已复制，可以粘贴到 Word 或 WPS',
  copyFailed: '复制失败，请选中表格后复制',
  missing: '未收到',
} as const;
