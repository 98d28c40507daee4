import { forbiddenIn } from '../domain/characters.ts';

/** A value as indented JSON without characters that a terminal obeys: each is escaped, as `\u001b`. */
export function jsonOf(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  let [written, done] = ['', 0];
  for (const { at, code } of forbiddenIn(text)) {
    const found = String.fromCodePoint(code);
    written +=
      text.slice(done, at) +
      Array.from({ length: found.length }, (_, unit) => escapeOf(found, unit)).join('');
    done = at + found.length;
  }
  return written + text.slice(done);
}

function escapeOf(text: string, unit: number): string {
  return `\\u${text.charCodeAt(unit).toString(16).padStart(4, '0')}`;
}
