import { isMap, isNode, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { forbiddenWords } from '../domain/characters.ts';
import type { Fault, SourcePosition } from './fault.ts';
import { settleStrays } from './yaml-strays.ts';

/** YAML read together with the position of everything in it. */
export interface LocatedYaml {
  value: unknown;
  /** What keeps it from being read; `value` is null then. */
  faults: Fault[];
  /** Characters in its words that none may hold; U+FFFD stands for each in `value`. */
  strays: Fault[];
  /** The position of the value at a path of keys and indexes, or of its nearest parent that exists. */
  positionOf(path: readonly PropertyKey[]): SourcePosition;
  /** The position of a key itself, as wanted for an unknown field. */
  positionOfKey(path: readonly PropertyKey[], key: string): SourcePosition;
}

const REASONS: Record<string, [reason: string, remedy: string]> = {
  BAD_INDENT: ['缩进不对', '同一级的字段左端对齐，用空格缩进'],
  TAB_AS_INDENT: ['用了制表符缩进', '改用空格缩进'],
  DUPLICATE_KEY: ['字段重复', '只留一个'],
  MISSING_CHAR: ['缺少配对的引号或括号', '补上引号、方括号或花括号的另一半'],
  BLOCK_AS_IMPLICIT_KEY: [
    '冒号用法不对',
    '字段写成 名称: 内容（英文冒号，后面空一格）；内容里有冒号就加引号',
  ],
  BLOCK_IN_FLOW: ['方括号或花括号里换了行', '写在一行里，或改成逐行的列表'],
  MULTIPLE_DOCS: ['中间有一行 ---', '删去这一行，一个文件只写一份'],
  MULTILINE_IMPLICIT_KEY: ['这一行没有写成字段', '字段写成 名称: 内容（英文冒号，后面空一格）'],
  UNEXPECTED_TOKEN: ['有多余的符号', '给这段内容加上引号'],
  BAD_ALIAS: ['* 或 & 用法不对', '给这段内容加上引号'],
  BAD_DIRECTIVE: ['% 用法不对', '给这段内容加上引号'],
  BAD_SCALAR_START: ['内容以特殊符号开头', '给这段内容加上引号'],
  BAD_DQ_ESCAPE: ['双引号里的反斜杠用法不对', '改用单引号'],
  TAG_RESOLVE_FAILED: ['! 用法不对', '给这段内容加上引号'],
  RESOURCE_EXHAUSTION: ['套得太深', '删去多余的方括号、花括号、连字符或缩进'],
};

/** Deepest nesting accepted. No office file comes near it, and the parser, which is recursive, overflows its stack at a hundred times as much. */
const MOST_LEVELS = 64;
/** Most faults reported for one file; later ones usually follow from the first. */
const MOST_FAULTS = 20;

/**
 * Parses YAML and remembers where things stand. `firstLine` is the file's line on which `text` begins.
 * Never throws: what is wrong comes back as faults.
 */
export function parseYaml(text: string, file: string, firstLine = 1): LocatedYaml {
  const deep = positionOfDepth(text);
  if (deep)
    return unreadable(
      faultOf('RESOURCE_EXHAUSTION', { file, line: deep.line + firstLine - 1, column: deep.column }),
    );
  try {
    return parseShallow(text, file, firstLine);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreadable(faultOf('RESOURCE_EXHAUSTION', { file, line: firstLine, column: 1 }));
  }
}

function unreadable(fault: Fault): LocatedYaml {
  const { file, line, column } = fault;
  const position = () => ({ file, line, column });
  return { value: null, faults: [fault], strays: [], positionOf: position, positionOfKey: position };
}

/** The first line that nests too deeply by itself: brackets, dashes in a row, an indent. Nesting over several lines is left to the parser. */
function positionOfDepth(text: string): { line: number; column: number } | undefined {
  for (const [index, words] of text.split('\n').entries()) {
    const column = words.length > MOST_LEVELS ? columnOfDepth(words) : undefined;
    if (column !== undefined) return { line: index + 1, column };
  }
  return undefined;
}

function columnOfDepth(words: string): number | undefined {
  const indent = /^(?:[-?:]? )*/.exec(words)?.[0] ?? '';
  const marks = indent.replaceAll(' ', '').length;
  if (marks > MOST_LEVELS || indent.length > 4 * MOST_LEVELS) return indent.length;
  let depth = 0;
  for (const { 0: mark, index } of words.matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > MOST_LEVELS) return index + 1;
  }
  return undefined;
}

function parseShallow(text: string, file: string, firstLine: number): LocatedYaml {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const starts = lineStartsOf(text);
  const positionAt = (offset: number): SourcePosition => {
    const index = starts.findLastIndex((start) => start <= offset);
    return { file, line: index + firstLine, column: offset - (starts[index] ?? 0) + 1 };
  };
  const { repeated, dangling } = slipsIn(document);
  const faults = [
    ...document.errors.slice(0, MOST_FAULTS).map((error) => yamlFault(error, document, positionAt)),
    ...repeated.slice(0, MOST_FAULTS).map((offset) => faultOf('DUPLICATE_KEY', positionAt(offset))),
    ...dangling.slice(0, MOST_FAULTS).map((offset) => faultOf('BAD_ALIAS', positionAt(offset))),
  ];
  const strays = settleStrays(document, text).map(({ at, code }) => ({
    ...positionAt(at),
    ...forbiddenWords(code),
  }));
  let value: unknown = null;
  if (faults.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 100 }) as unknown;
    } catch {
      faults.push({
        file,
        line: firstLine,
        column: 1,
        reason: 'YAML 引用展开过多',
        remedy: '去掉 & 和 * 引用',
      });
    }
  }
  return {
    value,
    faults,
    strays,
    positionOf: (path) =>
      path.length === 0 ? { file, line: 1, column: 1 } : positionAt(offsetOf(document, path)),
    positionOfKey: (path, key) => positionAt(keyOffset(document, path, key)),
  };
}

/** Where each line begins. The parser's own count leaves out lines behind some errors. */
function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function yamlFault(
  error: YAMLError,
  document: Document.Parsed,
  positionAt: (offset: number) => SourcePosition,
): Fault {
  const [offset] = error.pos;
  const isUnclosed = error.code === 'MISSING_CHAR' || / and end with a [\]}]/.test(error.message);
  return isUnclosed
    ? faultOf('MISSING_CHAR', positionAt(startOfUnclosed(document, offset)))
    : faultOf(error.code, positionAt(offset));
}

function faultOf(code: string, position: SourcePosition): Fault {
  const [reason, remedy] = REASONS[code] ?? [
    '写法有误',
    '字段写成 名称: 内容（英文冒号，后面空一格），内容里有特殊符号就加引号',
  ];
  return { ...position, reason: `YAML ${reason}`, remedy };
}

/** Where the quotation or bracket opens that is still open at an offset; the offset itself where there is none. */
function startOfUnclosed(document: Document.Parsed, offset: number): number {
  let start = offset;
  visit(document, {
    Node: (_, node) => {
      const isOpener =
        (isScalar(node) && /^QUOTE_/.test(node.type ?? '')) || ('flow' in node && node.flow === true);
      if (isOpener && node.range && node.range[0] <= offset && offset <= node.range[2]) start = node.range[0];
    },
  });
  return start;
}

/**
 * Offsets of duplicate keys, and of `*name` without `&name` before it (mostly Chinese text that begins with an asterisk). The parser finds both
 * as well, but searches the whole document again for each of them.
 */
function slipsIn(document: Document.Parsed): { repeated: number[]; dangling: number[] } {
  const repeated: number[] = [];
  const dangling: number[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Alias: (_, { source, range }) => {
      if (!anchors.has(source)) dangling.push(range?.[0] ?? 0);
    },
    Value: (_, { anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Map: (_, { items, anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value) && key.value !== '<<') repeated.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return { repeated, dangling };
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document.Parsed, path: readonly PropertyKey[], key: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
    );
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return offsetOf(document, path);
}
