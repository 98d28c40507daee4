import { readBasePath } from './base-path.ts';
import { readHost, type Reading } from './host.ts';

/** Scheme, what stands between `//` and the path, and the path. */
const FORM = /^(https?):\/\/([^/]*)(\/.*)?$/i;
/** White space, invisible characters and non-characters. */
const UNSEEN = /[\s\p{C}]/u;
const HIGHEST_PORT = 65535;

/** An address read part by part. */
interface Parts {
  /** Scheme, host and port, the port only where it is not the usual one; as in `URL.origin`. */
  origin: string;
  /** Begins with a slash, or is empty. */
  path: string;
}

/**
 * Reads the origin of a site: `http` or `https`, a host as `readHost` reads it, and a port where it is not the usual one. A slash may
 * follow, a path may not.
 */
export function readOrigin(text: string): Reading<string> {
  const { value, problem } = readParts(text);
  if (!value) return { problem };
  if (/^\/?$/.test(value.path)) return { value: value.origin };
  return { problem: '只写到域名和端口为止，后面的路径另写（site.yaml 的 base 或 BASE_PATH）' };
}

/** Reads the address of a site with the path below which it lies; given with a slash at its end. */
export function readSiteAddress(text: string): Reading<string> {
  const { value, problem } = readParts(text);
  if (!value) return { problem };
  const path = readBasePath(value.path);
  if (path.value) return { value: value.origin + path.value };
  return { problem: '域名后面的路径只能用英文、数字、连字符，像 https://www.example.gov.cn/study/' };
}

function readParts(text: string): Reading<Parts> {
  if (UNSEEN.test(text)) return { problem: '含有空格、换行或看不见的字符，删去' };
  const [, scheme, authority, path = ''] = FORM.exec(text) ?? [];
  if (scheme === undefined || authority === undefined)
    return { problem: '应像 https://study.example.gov.cn 这样，以 http:// 或 https:// 开头' };
  if (/[?#]/.test(text)) return { problem: '不能带 ? 或 # 和它后面的部分，删去' };
  if (authority.includes('@')) return { problem: '不能带用户名和密码（@ 和它前面的部分），删去' };
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority) ?? [];
  const named = readHost(host);
  if (named.value === undefined) return { problem: named.problem };
  if (port !== undefined && !isPort(port))
    return { problem: `端口 ${port} 不对，应是 1 到 ${HIGHEST_PORT} 的数；用平常的端口就连冒号一起删去` };
  const { origin } = new URL(`${scheme}://${named.value}${port === undefined ? '' : `:${port}`}`);
  return { value: { origin, path } };
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= HIGHEST_PORT;
}
