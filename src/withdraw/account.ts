import { longDay } from '../domain/day.ts';
import type { Shownness } from '../domain/visibility.ts';
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
export function accountOf({ key, file, title, shownness, references }: Candidate): string[] {
  return [
    `《${title}》（${file}）`,
    whatIsLeft(key, shownness),
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

/** What the item's address says from now on: nothing where readers were never to know of it. */
function whatIsLeft(key: string, { draft, access }: Shownness): string {
  if (draft) return '它是草稿，本来就不公开，网址上也不会写“已撤下”；记下以后，不再是草稿时也不公开。';
  const where =
    access === 'internal' ? '它只供内部，公开网站上本来就没有。内部网站上撤下以后：' : '撤下以后：';
  return `${where}网址 /${key}/ 只显示“已撤下”和日期，各种列表、检索、订阅、站点地图里都没有它。`;
}

/** What is said when the mark has been taken away. */
export function putBackWords({ key, shownness: { draft, access } }: Candidate): string {
  if (draft) return `${key} 已恢复。它是草稿，去掉 draft 以后才公开。`;
  const readers = access === 'internal' ? '内部网站的读者' : '读者';
  return `${key} 已恢复。重新生成并发布以后，${readers}又能看到它。`;
}

/** Why nothing needs to be done, where that is so. */
export function alreadySo({ key, shownness: { withdrawn } }: Candidate, undo: boolean): string | undefined {
  if (undo) return withdrawn ? undefined : `${key} 没有撤下，不用恢复。`;
  return withdrawn && `${key} 已于${longDay(withdrawn.on)}撤下，没有改动。要恢复的，加 --undo。`;
}
