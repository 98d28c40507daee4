import { fromHtml } from 'hast-util-from-html';
import type { Element, Nodes } from 'hast';
import { letterNumber, romanNumber } from '../../../src/domain/list-numbers.ts';
import type { Made } from './truth.ts';

/** Elements whose words do not share a line with those around them. */
const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 li div table tr td th pre dt dd blockquote section'.split(' '));
const SILENT = new Set('head script style title'.split(' '));

/**
 * A page that a converter wrote, as a browser shows it: its lines, the numbers of ordered lists in front of their items, and the rows of its
 * tables.
 */
export function shownHtml(html: string): Made {
  const lines: string[] = [''];
  const rows: string[][] = [];
  const newLine = () => {
    if (lines.at(-1) !== '') lines.push('');
  };
  const walk = (node: Nodes, number?: string): void => {
    if (node.type === 'text') {
      lines.push(`${lines.pop() ?? ''}${node.value.replace(/\s+/gu, ' ')}`);
      return;
    }
    if (node.type !== 'element' && node.type !== 'root') return;
    const name = node.type === 'element' ? node.tagName : '';
    if (SILENT.has(name)) return;
    if (name === 'tr') rows.push(cellsOf(node as Element));
    if (BLOCKS.has(name) || name === 'br') newLine();
    if (number !== undefined) lines.push(`${lines.pop() ?? ''}${number}`);
    if (name === 'ol') numberedItems(node as Element).forEach(([item, its]) => walk(item, its));
    else for (const child of node.children) walk(child as Nodes);
    if (BLOCKS.has(name)) newLine();
  };
  walk(fromHtml(html));
  return { lines, rows };
}

function cellsOf(row: Element): string[] {
  return row.children
    .filter((child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName))
    .map((cell) => wordsOf(cell));
}

function wordsOf(node: Nodes): string {
  return node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children.map((child) => wordsOf(child as Nodes)).join('')
      : '';
}

/** The items of an ordered list with the numbers that a browser sets before them. */
function numberedItems(list: Element): [Element, string][] {
  const type = String(list.properties.type ?? '1');
  let number = Number(list.properties.start ?? 1) - 1;
  return list.children
    .filter((child): child is Element => child.type === 'element' && child.tagName === 'li')
    .map((item) => {
      number = item.properties.value === undefined ? number + 1 : Number(item.properties.value);
      return [item, `${numeral(number, type)}.`];
    });
}

function numeral(number: number, type: string): string {
  if (type === 'a') return letterNumber(number).toLowerCase();
  if (type === 'A') return letterNumber(number).toUpperCase();
  if (type === 'i') return romanNumber(number).toLowerCase();
  if (type === 'I') return romanNumber(number).toUpperCase();
  return String(number);
}
