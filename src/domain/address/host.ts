/** Either what was read, or what is wrong with it (in Chinese, with what to write instead). */
export type Reading<Value> = { value: Value; problem?: undefined } | { value?: undefined; problem: string };

/** Longest name, and longest part of one between dots, in ASCII (RFC 1035, 2.3.4). */
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;
/** A part of a name: letters, digits and hyphens (RFC 1123, 2.1), or Chinese characters, which are written in ASCII as `xn--…` (RFC 5890). */
const LABEL = /^[a-z0-9\p{Script=Han}](?:[a-z0-9\p{Script=Han}-]*[a-z0-9\p{Script=Han}])?$/iu;
/** A last part by which a name would be read as a number (https://url.spec.whatwg.org/#ends-in-a-number-checker). */
const NUMBER = /^(?:\d+|0x[0-9a-f]*)$/i;

/**
 * Reads the host of an address: a DNS name, `localhost`, an IPv4 address of four numbers, or an IPv6 address in brackets. Gives it as
 * browsers and servers compare it: in lower case, Chinese names as `xn--…`. Whatever else an address may hold in this place (wildcards,
 * other forms of numbers, letters that only look like others) has a problem, so that what was read can stand in any header or configuration.
 */
export function readHost(text: string): Reading<string> {
  if (text === '') return { problem: '没有写域名，应像 study.example.gov.cn' };
  if (text.startsWith('[')) return readIpv6(text);
  if (/^[\d.]+$/.test(text)) return readIpv4(text);
  return readName(text);
}

function readIpv6(text: string): Reading<string> {
  if (/^\[[0-9a-f:.]+\]$/i.test(text) && URL.canParse(`http://${text}/`))
    return { value: new URL(`http://${text}/`).hostname };
  return { problem: `${text} 不是 IPv6 地址，应像 [2001:db8::1]` };
}

function readIpv4(text: string): Reading<string> {
  const numbers = text.split('.');
  const isSound = numbers.length === 4 && numbers.every((each) => String(Number(each)) === each);
  if (isSound && numbers.every((each) => Number(each) <= 255)) return { value: text };
  return { problem: `${text} 不是 IP 地址，应是四个 0 到 255 的数，像 10.0.0.8` };
}

function readName(text: string): Reading<string> {
  if (text.includes('*')) return { problem: '域名里不能用通配符 *，写出完整的域名' };
  if (text.endsWith('.')) return { problem: '域名末尾多了一个点，删去' };
  const labels = text.split('.');
  const wrong = labels.find((label) => !LABEL.test(label) || label.normalize('NFKC') !== label);
  if (wrong === '') return { problem: '域名里两个点连在一起，或以点开头' };
  if (wrong !== undefined)
    return {
      problem: `域名里的 ${wrong} 只能用英文字母、数字、连字符或汉字，连字符不在两头；别的文字写成 xn-- 开头的形式`,
    };
  if (NUMBER.test(labels.at(-1) ?? '')) return { problem: '域名的最后一段不能是数字' };
  if (!URL.canParse(`http://${text}/`)) return { problem: '域名不成立，检查 xn-- 后面的部分' };
  const name = new URL(`http://${text}/`).hostname;
  if (name.length > LONGEST_NAME || name.split('.').some((label) => label.length > LONGEST_LABEL))
    return { problem: `域名太长：每一段最多 ${LONGEST_LABEL} 个字符，总共最多 ${LONGEST_NAME} 个` };
  return { value: name };
}

/** Whether a host that was read is an IP address: browsers do not name those when they open a connection by TLS (RFC 6066, 3). */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/.test(host);
}
