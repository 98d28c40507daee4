import { chineseFontPackages } from './chinese-font-packages.ts';

const remedies: Partial<Record<NodeJS.Platform, string>> = {
  linux: '请先运行 npm ci；仍不行时请安装系统的 chromium，',
  darwin: '请安装 Google Chrome 或 Microsoft Edge，',
  win32: '请安装 Google Chrome 或 Microsoft Edge，',
};

/** What to say when the browser named by PLAYWRIGHT_CHROMIUM_EXECUTABLE is unusable. */
export function namedBrowserFails(path: string, reason: string): string {
  return [
    `环境变量 PLAYWRIGHT_CHROMIUM_EXECUTABLE 指定的浏览器无法运行：${path}`,
    `原因：${reason}`,
    '请改为可以运行的 Chromium、Chrome 或 Edge 的完整路径，或者取消该变量，由程序自行查找。',
  ].join('\n');
}

/** What to say when no browser was found; `attempts` are lines of the form `place：reason`. */
export function noBrowser(attempts: readonly string[], platform: NodeJS.Platform): string {
  return [
    '没有找到可以运行的浏览器。已查找：',
    ...attempts.map((attempt) => `  ${attempt}`),
    `${remedies[platform] ?? '请安装 Chromium，'}或用环境变量 PLAYWRIGHT_CHROMIUM_EXECUTABLE 指定浏览器的完整路径。`,
  ].join('\n');
}

/** What to say when the Chinese font packages are not installed. */
export function noChineseFonts(): string {
  return `没有找到中文字体包 ${chineseFontPackages.join('、')}，请先运行 npm ci。`;
}

/** What to say when neither the project nor the temporary folder can hold the cache. */
export function noCacheFolder(attempts: readonly string[]): string {
  return [
    '没有可以写入的缓存文件夹，无法准备浏览器和字体。已尝试：',
    ...attempts.map((attempt) => `  ${attempt}`),
    '请放开其中一个文件夹的写权限，或用环境变量 TMPDIR 指定可以写入的临时文件夹。',
  ].join('\n');
}

/** Short reasons that appear behind a place in {@link noBrowser} or {@link namedBrowserFails}. */
export const reasons = {
  absent: '文件不存在',
  notABrowser: '没有返回浏览器版本号',
  timedOut: '等待超时',
  packageAbsent: '没有安装',
  packageUnsuited: '没有适合这种处理器的版本',
  foreignFolder: '文件夹不属于当前用户，或者他人可以写入',
} as const;
