/** Words of the desk's server about tables that are brought in. */
export const deskBringIn = {
  noDay: '时间待定',
  cannotChoose: (why: string) => `所选的写不进计划（${why}）`,
  cannotFollow: (file: string) => `${file} 的写法特别，加不进计划 — 到“源文件”里加`,
  cannotSetAsOf: (file: string) => `${file} 的写法特别，截至日期改不了 — 到“源文件”里改`,
} as const;
