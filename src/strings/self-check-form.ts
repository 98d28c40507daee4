/** Words of the self-check's form. */
export const checkWords = {
  paste: '粘贴文章，或选择文件',
  pasteHelp: '把全文粘贴到这里，题目和署名也要',
  file: '选择文件（.docx、.txt）',
  check: '检查',
  clear: '清空',
  keep: '把这篇文字留在这台设备上，下次打开还在',
  notLoaded: '检查程序读取失败。检查网络后再按一次“检查”。',
} as const;
