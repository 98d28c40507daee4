import { sumOf, type GroupTotals } from './ledger.ts';

/** A figure that does not add up: its field, what is wrong and what to do about it, in Chinese. */
export interface UnevenFigure {
  field: keyof GroupTotals;
  reason: string;
  remedy: string;
}

/** Figures of a source's totals that do not add up. A source may really say so, and is then transcribed as it is. */
export function unevenFigures(group: GroupTotals): UnevenFigure[] {
  return [...impossible(group), ...uneven(group)].map(([field, words]) => ({ field, ...words }));
}

type Words = Pick<UnevenFigure, 'reason' | 'remedy'>;

/** Figures that cannot all be true. */
function impossible(group: GroupTotals): [field: keyof GroupTotals, words: Words][] {
  const { received, answered, returnedOrMerged = 0, classes, distributed, collected } = group;
  const found: [keyof GroupTotals, Words][] = [];
  const inClasses = classes && sumOf(Object.values(classes));
  if (inClasses !== undefined && answered !== undefined && inClasses !== answered) {
    const sum = Object.values(classes ?? {}).join('＋');
    found.push([
      'classes',
      {
        reason: `各类之和 ${sum}＝${inClasses}，不等于办结 ${answered}`,
        remedy: '对照原件核实各类件数和办结数',
      },
    ]);
  }
  if (received !== undefined && answered !== undefined && answered > received) {
    found.push([
      'answered',
      { reason: `办结 ${answered} 大于收到 ${received}`, remedy: '对照原件核实收到数和办结数' },
    ]);
  } else if (received !== undefined && answered !== undefined && answered + returnedOrMerged > received) {
    const reason = `办结 ${answered}＋退回或并件 ${returnedOrMerged}，大于收到 ${received}`;
    found.push(['returnedOrMerged', { reason, remedy: '对照原件核实；收到＝办结＋在办＋退回或并件' }]);
  }
  if (distributed !== undefined && collected !== undefined && collected > distributed) {
    found.push([
      'collected',
      { reason: `收回 ${collected} 大于发放 ${distributed}`, remedy: '对照原件核实发放数和收回数' },
    ]);
  }
  return found;
}

function uneven(group: GroupTotals): [field: keyof GroupTotals, words: Words][] {
  const { received, answered, open, returnedOrMerged = 0, overdue, classes, categories } = group;
  const found: [keyof GroupTotals, Words][] = [];
  if (
    received !== undefined &&
    answered !== undefined &&
    open !== undefined &&
    received !== answered + open + returnedOrMerged
  ) {
    const sum = `办结 ${answered}＋在办 ${open}＋退回或并件 ${returnedOrMerged}＝${answered + open + returnedOrMerged}`;
    found.push(['open', { reason: `${sum}，不等于收到 ${received}`, remedy: '核实各数；差的几件写清去向' }]);
  }
  if (overdue !== undefined && received !== undefined && overdue > received) {
    found.push(['overdue', { reason: `超期 ${overdue} 大于收到 ${received}`, remedy: '核实超期数' }]);
  }
  if (classes && answered === undefined) {
    found.push([
      'classes',
      { reason: '有办理类别，没有办结数', remedy: '写上 answered，或说明各类是怎么数的' },
    ]);
  }
  const inCategories =
    categories && !Array.isArray(categories) ? sumOf(Object.values(categories)) : undefined;
  if (inCategories !== undefined && received !== undefined && inCategories !== received) {
    found.push([
      'categories',
      { reason: `内容分类合计 ${inCategories}，不等于收到 ${received}`, remedy: '核实分类件数' },
    ]);
  }
  return found;
}
