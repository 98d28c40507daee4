/** Words that scripts in the browser use; kept apart from the rest so that pages load no others. */
export const onDevice = {
  paragraphLink: (anchor: string) => `第 ${anchor.slice(1)} 段的链接`,
  copied: '链接已复制',
  copyFailed: '没能复制，请复制地址栏里的地址',
} as const;
