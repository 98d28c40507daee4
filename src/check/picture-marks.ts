import type { Fault } from '../source/fault.ts';
import { pathOfPictureMark } from '../source/picture-mark.ts';
import type { Content } from '../source/read-content.ts';

/** Faults for words in fields that would have the bundler load a file when they are stored. */
export function pictureMarkFaults({ site, placeInSite, items }: Content): Fault[] {
  const all = [{ fields: site, positionOf: placeInSite }, ...Object.values(items).flat()];
  return all.flatMap(({ fields, positionOf }): Fault[] => {
    const path = pathOfPictureMark(fields);
    if (!path) return [];
    const reason = '不能以 __ASTRO_IMAGE_ 开头：生成页面的程序会把它当作图片文件';
    return [{ ...positionOf(path), reason, remedy: '在前面加字，或改写' }];
  });
}
