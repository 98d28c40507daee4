/** Words of the desk's server about writing and correcting. */
export const deskWrite = {
  corrected: (title: string) => `校订：${title}`,
  correctionAcross: '增删、移动段落，不能写成校订；录错了的，按“录入差错”改',
  correctionOfLooks: '改了粗体、链接、标题层次这样的格式，不能写成校订；录错了的，按“录入差错”改',
  correctionOfNothing: '没有改动文字，不用写校订',
  correctionUnnamed: (paragraph: number) =>
    `第 ${paragraph} 段的改动跨行，或整段都换了，写不成校订；在“各项”的“校订记录”里写，或按“录入差错”改`,
  correctionTwice: (paragraph: number) =>
    `第 ${paragraph} 段这里已有一条校订；在“各项”的“校订记录”里改那一条`,
  correctionPlace: (paragraph: number) =>
    `原文要照第 ${paragraph} 段里的字抄，而且在这一段里只有一处；不止一处的，前后多抄几个字`,
  correctionReason: '每一处校订都写上理由',
  mend: (value: unknown) =>
    value === undefined
      ? '删去这一行空的'
      : `改为 ${Array.isArray(value) ? value.map(String).join('、') : String(value)}`,
  mendAnswer: '删去这条答复',
  pasteRule: (title: string, count: number) => `${title} ${count} 处`,
  pasteLeftOut: (reasons: readonly string[]) => `没有带进来：${reasons.join('、')}`,
  mediaTooLarge: (megabytes: number) => `文件超过 ${megabytes} MB — 缩小后再放`,
  mediaPlaced: (file: string) => `放进 ${file}`,
  allowedComponents: (file: string) => `${file} 改为 .mdx，好写引文的出处`,
  noComponents: '只有 .md 文件能这样改',
  readsOtherwise: '正文里有尖括号或花括号，改成 .mdx 会变样，没有改 — 把出处写成一段',
} as const;
