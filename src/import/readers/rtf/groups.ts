import { tokensOf } from './tokens.ts';

/** A group of an RTF file as a tree: for its tables of fonts, styles and lists, not for its text. */
export interface RtfGroup {
  /** The first control word, without the star before it. */
  name: string;
  controls: { name: string; value: number | undefined }[];
  groups: RtfGroup[];
  /** Its own characters, bytes as they are. */
  text: string;
}

const DEEPEST = 30;

/** The group of a source that begins with some words, such as `{\fonttbl`; `undefined` where there is none. */
export function groupAt(source: string, beginning: RegExp): RtfGroup | undefined {
  const match = beginning.exec(source);
  return match ? treeOf(source.slice(match.index)) : undefined;
}

function treeOf(source: string): RtfGroup | undefined {
  const open: RtfGroup[] = [];
  let fallbacks = 0;
  for (const token of tokensOf(source)) {
    const group = open.at(-1);
    if (token.kind === 'open') {
      const inner: RtfGroup = { name: '', controls: [], groups: [], text: '' };
      if (open.length < DEEPEST) group?.groups.push(inner);
      open.push(inner);
      fallbacks = 0;
    } else if (token.kind === 'close') {
      const closed = open.pop();
      if (open.length === 0) return closed;
    } else if (!group) continue;
    else if (token.kind === 'word' && token.name === 'u') {
      group.text += String.fromCharCode((token.value ?? 0) & 0xffff);
      fallbacks = 1;
    } else if (token.kind === 'word') {
      if (group.name === '' && token.name !== '*') group.name = token.name;
      group.controls.push({ name: token.name, value: token.value });
    } else {
      const characters = token.kind === 'byte' ? String.fromCharCode(token.value) : token.text;
      group.text += characters.slice(fallbacks);
      fallbacks = 0;
    }
  }
  return undefined;
}

/** The value of a control word in a group, the last one counting; `undefined` where it is not there. */
export function valueIn(group: RtfGroup | undefined, name: string): number | undefined {
  return group?.controls.findLast((control) => control.name === name)?.value;
}

/** The groups within a group whose first word is one of some. */
export function groupsIn(group: RtfGroup | undefined, ...names: readonly string[]): RtfGroup[] {
  return group?.groups.filter(({ name }) => names.includes(name)) ?? [];
}
