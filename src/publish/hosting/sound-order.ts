import { readBasePath } from '../../domain/address/base-path.ts';
import { isIpAddress, readHost, type Reading } from '../../domain/address/host.ts';
import { readServerPath } from '../../domain/address/server-path.ts';
import { readOrigin } from '../../domain/address/site-address.ts';
import { printable } from '../../domain/characters.ts';
import type { NginxOrder } from './nginx.ts';
import { NginxError } from './nginx-text.ts';

/** Longest time that browsers are told to come by HTTPS only, in days. */
const LONGEST_HSTS = 730;

/** An address on the site that can stand in a configuration as it is. */
const ADDRESS = /^\/[A-Za-z0-9._~/-]*$/;

/**
 * Checks an order for nginx: no value is pasted into the configuration that nginx could read as something else. Throws
 * NginxError, which names what is wrong and what to write instead.
 */
export function requireSound(order: NginxOrder): void {
  const { host, port, basePath, folder, https, moves, asked, hsts } = order;
  hold('网站的域名', host, readHost);
  hold('网站的子路径', basePath, readBasePath);
  hold('--folder ', folder, readServerPath);
  for (const other of asked) hold('一起检索的网站', other, readOrigin);
  if (https) {
    hold('--certificate ', https.certificate, readServerPath);
    hold('--key ', https.key, readServerPath);
  }
  for (const each of [port, https?.redirectFrom ?? port])
    if (!Number.isInteger(each) || each < 1 || each > 65535)
      refuse('端口', String(each), '应是 1 到 65535 的数');
  for (const address of moves.flatMap(({ from, to }) => [from, to]))
    if (!ADDRESS.test(address)) refuse('旧地址', address, '只能用英文、数字和连字符');
  if (hsts === undefined) return;
  readDays(String(hsts));
  if (!https) refuse('--hsts ', String(hsts), '但网站的网址不是 https；先用上证书，再要求只用 https');
  if (isIpAddress(host))
    refuse('--hsts ', String(hsts), '但网站只有 IP 地址，浏览器只对域名照办；删去这一项');
}

/** Reads for how many days browsers are to come by HTTPS only. Throws NginxError. */
export function readDays(text: string): number {
  const days = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : Infinity;
  if (days > LONGEST_HSTS) refuse('--hsts ', text, `应是天数，1 到 ${LONGEST_HSTS}`);
  return days;
}

function hold(name: string, text: string, read: (text: string) => Reading<string>): void {
  const { value, problem } = read(text);
  if (value === undefined) refuse(name, text, problem);
  // A spelling that browsers would turn into another one.
  if (value !== text) refuse(name, text, `应写作 ${value}`);
}

function refuse(name: string, text: string, problem: string): never {
  throw new NginxError(`${name}写作 ${printable(text)}，${problem}`);
}
