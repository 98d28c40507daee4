import { hash } from 'node:crypto';

/** Thrown for what nginx cannot be told. */
export class NginxError extends Error {
  override name = 'NginxError';
}

/** A block of a configuration, its lines indented. */
export function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'];
}

/** A value in quotes. nginx has no way to write a dollar sign that is one (https://trac.nginx.org/nginx/ticket/52). Throws NginxError. */
export function quoted(value: string): string {
  if (/[$\r\n]/.test(value)) throw new NginxError(`nginx 读不了含有 $ 或换行的名称：${value}`);
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** A path as a part of a regular expression. */
export function escaped(path: string): string {
  return path.replace(/[.~]/g, '[$&]');
}

/** The name of a variable that no other text has. nginx bears no long ones (https://nginx.org/en/docs/hash.html) and tells no capitals. */
export function variable(text: string): string {
  return `$zhixing_${hash('sha256', text).slice(0, 12)}`;
}
