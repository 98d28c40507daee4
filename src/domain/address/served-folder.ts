import type { Reading } from './host.ts';

const DRIVE = /^[a-z]:[\\/]/i;

/**
 * Reads the folder of a server as `site.yaml` names it: from the top of a disk (`/srv/study`, `D:\www\study`, `\\server\study`), or from the content
 * folder and out of it (`../served`). Given with `/` between its parts where it is taken from the content folder, else as it is written.
 */
export function readServedFolder(text: string): Reading<string> {
  if (text.trim() !== text || text === '' || /[\p{Cc}\p{Cf}]/u.test(text))
    return { problem: '应是文件夹的路径，如 /srv/study、D:\\www\\study 或 ../served' };
  if (isFromTheTop(text)) return { value: text };
  if (/^[a-z]:/i.test(text)) return { problem: '盘符后面少了 \\，应像 D:\\www\\study' };
  const path = text.replaceAll('\\', '/');
  if (leadsOut(path)) return { value: path };
  return {
    problem:
      '不能在内容文件夹里，会和材料混在一起；写完整的路径，如 /srv/study，或从内容文件夹往外写，如 ../served',
  };
}

/** Whether a path that `readServedFolder` gave is one of Windows, which means nothing elsewhere. */
export function isOfWindows(path: string): boolean {
  return DRIVE.test(path) || path.startsWith('\\\\');
}

function isFromTheTop(path: string): boolean {
  return path.startsWith('/') || isOfWindows(path);
}

/** Whether a path ends outside the folder that it begins in. */
function leadsOut(path: string): boolean {
  const inner: string[] = [];
  let out = 0;
  for (const step of path.split('/').filter((each) => each !== '' && each !== '.')) {
    if (step !== '..') inner.push(step);
    else if (inner.pop() === undefined) out += 1;
  }
  return out > 0;
}
