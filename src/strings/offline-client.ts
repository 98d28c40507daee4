/** Words that the scripts of offline reading use in the browser. */
export const offlineWords = {
  size: (pages: number, bytes: number) => `${pages} 页，约 ${megabytes(bytes)} MB`,
  offer: (size: string) => `存到这台设备上共 ${size}。存好以后，断网也能打开。`,
  keeping: (done: number, all: number) => `正在保存：${done}/${all}`,
  kept: (size: string) => `已存到这台设备上（${size}），断网也能打开；安排有变，联网时自动更新。`,
  failed: '保存失败：网络断了，网站正在更新，或者设备上的空间不够。原来存的没有动。',
  noList: '现在没有网络，查不到要存多少。',
  impossible:
    '网站现在用普通 http 打开，或者浏览器不支持，不能离线保存。要断网看，可以请学习办做一个离线包。',
  materials: (unit: string) => `${unit}的材料`,
  see: '查看、保存、删除本单位的随身材料',
  allMaterials: '本单位的全部材料',
  visited: '最近看过的页面',
  off: '离线保存',
  offWhat: '已关闭，选了单位也不自动保存',
} as const;

/** Megabytes with one decimal, never less than 0.1. */
function megabytes(bytes: number): string {
  return Math.max(0.1, bytes / 1e6).toFixed(1);
}
