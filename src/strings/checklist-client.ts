/** Typefaces of a copied table's title, head and cells, by the names under which Word and WPS know them. */
export const TITLE_FACE = '方正小标宋简体,黑体';
export const HEAD_FACE = '黑体,SimHei';
export const CELL_FACE = '仿宋_GB2312,仿宋,FangSong';

/** Words that the scripts of checklists and of 报送情况 use in the browser. */
export const checklistWords = {
  noUnit: '未选单位',
  tick: (item: string) => `已完成：${item}`,
  write: (column: string, item: string) => `${column}：${item}`,
  ticked: (done: number, all: number) => `已勾选 ${done} / ${all}，勾选和填写只记在这台设备上。`,
  printBlank: '打印空白表',
  printTicked: '打印已填的表',
  exported: '已导出，可发给同事或换一台设备导入',
  export: '导出',
  import: '导入',
  imported: (done: number) => `已导入，其中已勾选 ${done} 项`,
  notRecord: '这不是本站导出的清单文件',
  otherChecklist: '这是另一份清单的文件',
  replace: (unit: string) => `导入会替换${unit}现有的勾选和填写，继续吗？`,
  clear: '全部清除',
  clearSure: '清除这份清单的勾选和填写？清除后不能恢复。',
  cleared: '已清除',
  fileName: (title: string, unit: string) => `${title}${unit ? `-${unit}` : ''}.json`,
  tableCopied: '表格已复制，可以粘贴到 Word 或 WPS',
  copyFailed: '复制失败，请选中表格后复制',
  missing: '未收到',
} as const;
