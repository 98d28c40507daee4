/** Words that the papers' scripts use in the browser. */
export const paperWords = {
  sheets: (count: number) => `打印（共 ${count} 张表）`,
  noneChosen: '还没有选要打印的表',
  names: (count: number) => `已把 ${count} 人填进签到表`,
  fileFailed: '这个文件读不出来，请另存为 .txt 或 .csv 再试',
  noPageNumbers:
    '这个浏览器打印时不印页码。请在打印设置里勾选“页眉和页脚”，或换用新版 Edge、Chrome（131 版以上）。',
  fillIn: (label: string) => `填写：${label}`,
  blank: '空格',
} as const;
