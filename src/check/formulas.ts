import { verdictOf } from '../domain/formulas.ts';
import type { BodySurvey } from '../markdown/body.ts';
import type { Fault } from '../source/fault.ts';
import type { BodyItem, Content, Item } from '../source/read-content.ts';
import { positionIn } from '../source/position-in-body.ts';
import { entryFault } from './dangling.ts';
import type { Doubt } from './doubt.ts';
import { libraryItems, type Register } from './register.ts';

/** Faults of formulas: sources and paragraphs that do not exist, and lists of entries that name a formula that does not. */
export function formulaFaults(content: Content, register: Register): Fault[] {
  const known = new Set(content.items.formulas.map(({ id }) => id));
  return [
    ...content.items.formulas.flatMap((formula) => sourceFaults(formula, register)),
    ...bodiesWith('<Formula', content).flatMap((item) =>
      surveyOf(item, register).listings.flatMap(({ formula, ...place }): Fault[] => {
        if (known.has(formula) || register.isFaulty('formulas', formula)) return [];
        const remedy = `改成 formulas/ 里有的文件名，或先建 formulas/${formula}.yaml`;
        return [{ ...positionIn(item, place), reason: `没有名词解释 ${formula}`, remedy }];
      }),
    ),
  ];
}

function sourceFaults({ fields: { lists }, positionOf }: Item<'formulas'>, register: Register): Fault[] {
  return lists.flatMap(({ source, items }, index) => {
    const [key = ''] = source.split('#');
    return [
      ...entryFault(register, source, positionOf(['lists', index, 'source'])),
      ...(register.entry(key)
        ? items.flatMap(({ at }, item) =>
            at === undefined
              ? []
              : entryFault(register, `${key}#${at}`, positionOf(['lists', index, 'items', item, 'at'])),
          )
        : []),
    ];
  });
}

/**
 * Doubts about formulas: lists of another number of items than the name says, items that do not stand in their source, lists and quotations of
 * entries that read otherwise than what they name.
 */
export function formulaDoubts(content: Content, register: Register): Doubt[] {
  return [
    ...content.items.formulas.flatMap((formula) => listDoubts(formula, register)),
    ...bodiesWith('<Formula', content).flatMap((item) => listingDoubts(item, content, register)),
    ...bodiesWith('<Quote', content).flatMap((item) => quotationDoubts(item, register)),
  ];
}

function listDoubts({ fields: { name, lists }, positionOf }: Item<'formulas'>, register: Register): Doubt[] {
  return lists.flatMap(({ number, items, more, source }, index): Doubt[] => {
    const doubts: Doubt[] = [];
    const verdict = verdictOf({ number, items: items.length, more });
    if (verdict === '不符') {
      doubts.push({
        ...positionOf(['lists', index, 'items']),
        kind: '数字简称',
        words: name,
        reason: `“${name}”列出 ${items.length} 项，名称里的数是 ${number ?? ''}（${verdict}）`,
        remedy: '对照原件核实；原件如此的写进 settled，不要自己补',
      });
    }
    const text = textOf(source.split('#')[0] ?? '', register);
    items.forEach((item, at) => {
      if (text === undefined || text.includes(plain(item.text))) return;
      doubts.push({
        ...positionOf(['lists', index, 'items', at]),
        kind: '引用',
        words: item.text,
        reason: `“${item.text}”在 ${source} 里找不到`,
        remedy: '照原文抄写；原文分散在几句里的写进 settled',
      });
    });
    return doubts;
  });
}

function listingDoubts(item: BodyItem, { items }: Content, register: Register): Doubt[] {
  return surveyOf(item, register).listings.flatMap(({ formula: id, items: listed, ...place }): Doubt[] => {
    const formula = items.formulas.find((each) => each.id === id)?.fields;
    if (!formula || formula.lists.some((list) => list.items.length === listed.length)) return [];
    const counts = formula.lists.map((list) => list.items.length).join('、');
    return [
      {
        ...positionIn(item, place),
        kind: '数字简称',
        words: formula.name,
        reason: `这里列出 ${listed.length} 项，“${formula.name}”的名词解释里是 ${counts} 项`,
        remedy: '核实是不是漏列；有意只列一部分的写进 settled',
      },
    ];
  });
}

function quotationDoubts(item: BodyItem, register: Register): Doubt[] {
  return surveyOf(item, register).quotations.flatMap(({ from, text, ...place }): Doubt[] => {
    const [key = '', anchor] = from.split('#');
    const source = textOf(key, register, anchor);
    const parts = text.split(/……|\.{3,6}/u).map(plain);
    if (source === undefined || parts.every((part) => source.includes(part))) return [];
    return [
      {
        ...positionIn(item, place),
        kind: '引用',
        words: text.trim().slice(0, 20),
        reason: `引文“${text.trim().slice(0, 20)}…”与 ${from} 的原文不一致`,
        remedy: '照原文引；省略的地方写……；有意改动的写进 settled',
      },
    ];
  });
}

/** The text of an entry before and after its corrections, without white space; of one paragraph where one is named. */
function textOf(key: string, { entry, bodies }: Register, anchor?: string): string | undefined {
  if (!entry(key)) return undefined;
  const { writtenBlocks, blocks } = bodies.survey(key);
  return plain(
    [...writtenBlocks, ...blocks]
      .filter((block) => anchor === undefined || block.anchor === anchor)
      .map(({ text }) => text)
      .join('\n'),
  );
}

function surveyOf({ collection, id }: BodyItem, { bodies }: Register): BodySurvey {
  return bodies.survey(`${collection}/${id}`);
}

function plain(text: string): string {
  return text.replace(/\s/gu, '');
}

function bodiesWith(mark: string, content: Content): BodyItem[] {
  const items: BodyItem[] = [...libraryItems(content), ...content.items.essays, ...content.items.bulletins];
  return items.filter(({ isMdx, body }) => isMdx && body.includes(mark));
}
