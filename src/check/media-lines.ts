import type { MediaTraces } from './media.ts';

/** Lines about the files of `media/`, one for each file with something to say, then how many there are beyond `most`. */
export function mediaLines(traces: readonly MediaTraces[], most = Infinity): string[] {
  const telling = traces.filter(({ removed, carried }) => removed.length + carried.length > 0);
  const lines = telling.slice(0, most).map(lineOf);
  const rest = telling.length - lines.length;
  return rest > 0 ? [...lines, `另有 ${rest} 个文件也是这样，运行 npm run check 逐个查看。`] : lines;
}

function lineOf({ file, removed, carried }: MediaTraces): string {
  if (removed.length > 0) return `${file}：发布的图片里去掉了${spaced(removed)}`;
  return `${file}：附件照原样发布，里面有${spaced(carried)} — 不想公开的，先在原文件里去掉`;
}

/** A list, with a space before it where it begins with a Latin word. */
function spaced(words: readonly string[]): string {
  const list = words.join('、');
  return /^[A-Za-z]/.test(list) ? ` ${list}` : list;
}
