import { longDay } from '../domain/day.ts';
import type { Reference, ReferenceKind } from '../site/references.ts';
import type { Candidate } from './withdraw.ts';

/** What happens to each kind of reference while the item is withdrawn. */
const BECOMES: Record<ReferenceKind, string> = {
  reading: '学习安排里这一篇改写成“篇目已撤下”',
  basis: '依据只留名称，没有链接',
  source: '这个出处和它所列的各项不再显示；只有这一个出处的，整条名词解释不再显示',
  body: '正文留下文字，没有链接',
  receipt: '报送情况里不再有这一行',
};

/** What a person reads before withdrawing an item: where it is named, kind by kind, and what readers will see there. */
export function accountOf({ key, file, title, references }: Candidate): string[] {
  return [
    `《${title}》（${file}）`,
    `撤下以后：网址 /${key}/ 只显示“已撤下”和日期，各种列表、检索、订阅、站点地图里都没有它。`,
    ...(references.length === 0
      ? ['没有别处用到它。']
      : [`用到它的有 ${references.length} 处：`, ...byKind(references)]),
  ];
}

function byKind(references: readonly Reference[]): string[] {
  const kinds = [...new Set(references.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => [
    `  ${BECOMES[kind]}：`,
    ...references
      .filter((reference) => reference.kind === kind)
      .map(({ place: { file, line, column } }) => `    ${file}:${line}:${column}`),
  ]);
}

/** Why nothing needs to be done, where that is so. */
export function alreadySo({ key, shownness: { withdrawn } }: Candidate, undo: boolean): string | undefined {
  if (undo) return withdrawn ? undefined : `${key} 没有撤下，不用恢复。`;
  return withdrawn && `${key} 已于${longDay(withdrawn.on)}撤下，没有改动。要恢复的，加 --undo。`;
}
