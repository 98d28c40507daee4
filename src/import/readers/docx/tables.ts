import { childOf, elementsOf, type XmlElement } from '../xml.ts';

/** A row of a table and why its words are left out, if they are. */
export interface TableRow {
  row: XmlElement;
  /** The content controls round it. */
  controls: readonly XmlElement[];
  leaving: string | undefined;
  /** How many columns stand empty before its first cell. */
  before: number;
  cells: { cell: XmlElement; controls: readonly XmlElement[]; leaving: string | undefined }[];
}

const MOST_COLUMNS = 63;
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** The rows of a table, also where a wrapper stands round them. */
export function rowsOf(table: XmlElement): TableRow[] {
  return withName(table, 'w:tr').map(({ element: row, controls }) => {
    const properties = childOf(row, 'w:trPr');
    const isDeleted = childOf(properties, 'w:del') !== undefined;
    return {
      row,
      controls,
      leaving: isDeleted
        ? '修订中已删除的文字'
        : isOn(childOf(properties, 'w:hidden'))
          ? '隐藏文字'
          : undefined,
      before: countOf(childOf(properties, 'w:gridBefore')),
      cells: withName(row, 'w:tc').map(({ element: cell, controls: round }) => ({
        cell,
        controls: round,
        leaving: childOf(childOf(cell, 'w:tcPr'), 'w:cellDel') ? '修订中已删除的文字' : undefined,
      })),
    };
  });
}

/** Whether a cell is covered by the one above or before it, so that nothing in it is seen. */
export function isCovered(cell: XmlElement): boolean {
  const properties = childOf(cell, 'w:tcPr');
  return ['w:vMerge', 'w:hMerge'].some((name) => {
    const merge = childOf(properties, name);
    return merge !== undefined && merge.attributes['w:val'] !== 'restart';
  });
}

/** How many columns a cell takes. */
export function spanOf(cell: XmlElement): number {
  return Math.max(1, countOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')));
}

function countOf(element: XmlElement | undefined): number {
  const count = Number(element?.attributes['w:val'] ?? 0);
  return Number.isInteger(count) ? Math.min(Math.max(count, 0), MOST_COLUMNS) : 0;
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '1');
}

interface Wrapped {
  element: XmlElement;
  controls: readonly XmlElement[];
}

/** Elements of a name below another, each control named with the first element inside of it. */
function withName(parent: XmlElement, name: string, controls: XmlElement[] = []): Wrapped[] {
  return elementsOf(parent).flatMap((child): Wrapped[] => {
    if (child.name === name) return [{ element: child, controls: controls.splice(0) }];
    if (!WRAPPERS.has(child.name)) return [];
    if (child.name === 'w:sdt') controls.push(child);
    return withName(child, name, controls);
  });
}
