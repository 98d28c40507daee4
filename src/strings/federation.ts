/** Words of a search over several sites that stand nowhere else. */
export const federationWords = {
  silent: (names: string) => `未响应：${names}。以下不含这些单位的材料。`,
  unusable: (names: string) => `检索数据版本不兼容：${names}。以下不含这些单位的材料；请告诉网站管理员。`,
  late: (names: string) => `已响应：${names}。重试后计入。`,
  between: '、',
  again: '重试',
} as const;
