/** The words of the desk's page on which the site is published, and of what is due on its first page. */
export const publishPage = {
  moves: '各单位的日程会这样变',
  noMoves: '各单位的日程没有变化。',
  firstTime: '这是编辑台第一次发布这份内容，没有上一次可以比较：现在的内容全部公布。',
  move: {
    moved: (title: string, was: string, now: string) => `${title}：${was}，改为${now}`,
    added: (title: string, now: string) => `${title}：新增，${now}`,
    removed: (title: string, was: string) => `${title}：取消（原定${was}）`,
  },
  goesTo: (folder: string) => `发布到 ${folder}。`,
  noFolder: '还没有写网站目录：发布只生成网站，不放到服务器上。要放上去，在网站设置里填“网站目录”。',
  settings: '网站设置',
  back: '退回上一次',
  backAsk: '把网站退回到上一次发布的样子？内容不会动，改好以后再发布就是。',
  backHelp: '发布错了，几秒钟退回上一次的网站；内容不动。',
  placed: (folder: string) => `网站目录：${folder}`,
  readers: '读者看到的网址',
  due: (count: number) => `七天内 ${count} 件`,
  dueFor: (when: string, units: string) => `${when}　${units}`,
} as const;
