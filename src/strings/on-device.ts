/** Words that scripts in the browser use; kept apart from the rest so that pages load no others. */
export const onDevice = {
  paragraphLink: (anchor: string) => `第 ${anchor.slice(1)} 段的链接`,
  readAloud: '朗读',
} as const;
