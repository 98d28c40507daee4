import { longDay } from '../domain/day.ts';
import { HIDEABLE, type HideableCollection, type Hidden, type Visibility } from '../domain/visibility.ts';
import type { Bodies } from '../site/bodies.ts';
import { referencesTo, type Reference, type ReferenceKind } from '../site/references.ts';
import { hiddenItems } from '../site/shown-content.ts';
import type { Content } from '../source/read-content.ts';
import type { Doubt } from './doubt.ts';

/** A reference to an item that the site does not show, and why not. */
export interface HiddenReference extends Reference {
  why: Hidden;
}

/** References of what a site shows to what it does not show: readers find a gap there. */
export function hiddenReferences(
  content: Content,
  visibility: Visibility,
  bodies?: Bodies,
): HiddenReference[] {
  const hidden = hiddenItems(content, visibility);
  const references = referencesTo(new Set(hidden.keys()), content, bodies);
  // A formula is hidden when none of its sources is shown; those references are reported.
  const ownReason = ({ from }: Reference) => hidden.get(`${from.collection}/${from.id}`);
  return references.flatMap((reference) => {
    const why = hidden.get(reference.target);
    return why && [undefined, 'sourceless'].includes(ownReason(reference)) ? [{ ...reference, why }] : [];
  });
}

/** The same for the editor. */
export function hiddenReferenceDoubts(content: Content, visibility: Visibility, bodies: Bodies): Doubt[] {
  return hiddenReferences(content, visibility, bodies).map(({ kind, target, place, why }) => ({
    ...place,
    kind: '所引未公开',
    words: target,
    reason: `这里用到的“${titleOf(target, content)}”（${target}）${stateOf(target, why, content)}，${WHAT_READERS_SEE[kind](why)}`,
    remedy:
      why === 'withdrawn'
        ? '换成别的篇目或删去；要恢复的，运行 npm run withdraw -- ' + target + ' --undo'
        : '换成公开的篇目或删去；确实可以公开的，改它的 draft 或 access',
  }));
}

const WHAT_READERS_SEE: Record<ReferenceKind, (why: Hidden) => string> = {
  reading: (why) => (why === 'withdrawn' ? '学习安排上写“篇目已撤下”' : '学习安排上没有这一篇'),
  basis: () => '依据只有名称，没有链接',
  source: () => '这个出处和所列各项都不显示',
  body: () => '正文里只留文字，没有链接',
  receipt: () => '报送情况里没有这一行',
};

function stateOf(target: string, why: Hidden, content: Content): string {
  if (why === 'draft') return '是草稿';
  if (why === 'internal') return '只供内部';
  if (why === 'sourceless') return '的出处都不公开';
  const { withdrawn } = fieldsOf(target, content) ?? {};
  return withdrawn ? `已于${longDay(withdrawn.on)}撤下` : '已撤下';
}

function titleOf(target: string, content: Content): string {
  const { title, name } = fieldsOf(target, content) ?? {};
  return title ?? name ?? target;
}

interface TitledFields {
  title?: string;
  name?: string;
  withdrawn?: { on: string };
}

function fieldsOf(target: string, { items }: Content): TitledFields | undefined {
  const [collection, id] = target.split('/');
  const name = HIDEABLE.find((each): each is HideableCollection => each === collection);
  return name && items[name].find((item) => item.id === id)?.fields;
}
