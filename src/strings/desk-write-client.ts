/** Words of the desk's page about writing and correcting. */
export const write = {
  // 保存已发布的材料
  choiceTitle: '这一篇已经发布，改的是哪一种？',
  asCorrection: '校订：原件有误',
  asCorrectionHelp: '正文保留原件的字，读者看到改后的字，旁边有“编者注”，文末列出原文和理由',
  asSlip: '录入差错：录的时候打错了，原件没有错',
  asSlipHelp: '照原件改正，读者看不出改过',
  cancel: '再想想',
  proposing: '正在看改了哪些字……',
  changeOf: (paragraph: number, original: string, corrected: string) =>
    `第 ${paragraph} 段：“${original}”改为“${corrected}”`,
  reason: '理由',
  reasonExample: '如：原件误录，已与记录人核对',
  role: '校订人（写岗位，不写姓名）',
  correctedAndSaved: '已记为校订，正文没有动',
  save: '保存',
  // 段落旁边
  beside: '段落旁边：错误、待核、校订',
  misentered: '录错了，改正文',
  writeCorrection: '写校订',
  original: '原文',
  corrected: '更正为',
  keepCorrection: '记下校订',
  correctionHere: (original: string, corrected: string) => `校订：“${original}”改为“${corrected}”`,
  mended: '已照改，保存后生效',
  toField: '到这一项',
} as const;
