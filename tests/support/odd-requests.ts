import type { Random } from './mutations/random.ts';

/** A request as bytes, and how its sender behaves. */
export interface OddRequest {
  bytes: string;
  /** `asks` waits for the answer, `hangs up` says that no more will come, `dawdles` does so in two pieces, `cuts` ends the connection on the spot. */
  manner: 'asks' | 'hangs up' | 'dawdles' | 'cuts';
  /** What a server may say to one that asks; left out where the bytes may be no whole request. */
  statuses?: readonly number[];
}

const METHODS = 'GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT PROPFIND M-SEARCH BREW get G@T'.split(
  ' ',
);
const NAMES = ['', 'index.html', 'texts/', 'texts/plan/', 'texts/plan', '_headers', '.env', '.git/config'];
const LINKS = ['outside', 'outside-folder/secret.txt', 'texts/deep/outside', 'to-hidden', 'loop', 'pipe'];
const DOTS = ['.', '%2e', '%2E', '%252e', '%c0%ae', '．', '%EF%BC%8E', '%u002e'];
const SLASHES = ['/', '%2f', '%5c', '\\', '//', '/./'];
const ODD_PIECES = [
  '%',
  '%zz',
  '%00',
  '%0d%0aX-Evil:1',
  '%ff',
  '\\',
  '?',
  '#',
  ':',
  '*',
  ' ',
  '\0',
  '\x7f',
  '\xe4',
  '%E5%9B%BE',
];
const WHOLE_TARGETS = [
  '*',
  'http://127.0.0.1/',
  'https://evil.example/',
  '//evil.example/',
  '//evil.example/%2f..',
  '',
  '?q',
  '127.0.0.1:80',
];
const RANGES = ['10-5', '0-0', '-1', '-0', '5-', '99999-', '0-1,3-4', '0-1,10-5', 'a-b', '', '-', '1-2-3'];
const UNITS = ['bytes=', 'Bytes=', 'items=', 'bytes', '', 'bytes = '];
const HOSTS = [
  'Host: localhost',
  'Host: evil.example',
  'Host:',
  '',
  'Host: a\r\nHost: b',
  'Host: [::1',
  'Host: \xff\xfe',
  `Host: ${'h'.repeat(3000)}`,
];
const VERSIONS = ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', 'http/1.1', ''];

/** Answers to what is a request in all but its target. */
const TO_TARGETS = [200, 302, 304, 400, 404];

/** Requests of every family that a server of files may be sent by mistake or malice; the same for the same seed. */
export function oddRequest(random: Random): OddRequest {
  const request = random.pick([
    byMethod,
    byTarget,
    byTarget,
    byRange,
    byRange,
    byHost,
    byFlood,
    byBody,
    byNoise,
    byCondition,
    byQueue,
  ])(random);
  const manner = random.chance(0.1) ? 'cuts' : random.chance(0.02) ? 'dawdles' : undefined;
  return { ...request, manner: manner ?? (request.statuses ? 'asks' : 'hangs up') };
}

type Bytes = Omit<OddRequest, 'manner'>;

function written(
  method: string,
  target: string,
  lines: readonly string[] = ['Host: localhost'],
  version = 'HTTP/1.1',
): string {
  return `${[`${method} ${target} ${version}`.trim(), ...lines.filter(Boolean), 'Connection: close'].join('\r\n')}\r\n\r\n`;
}

function byMethod(random: Random): Bytes {
  const method = random.pick(METHODS);
  const bytes = written(method, `/${random.pick(NAMES)}`, undefined, random.pick(VERSIONS));
  return { bytes, statuses: [200, 400, 404, 405] };
}

function byTarget(random: Random): Bytes {
  return { bytes: written(random.pick(['GET', 'HEAD']), target(random)), statuses: TO_TARGETS };
}

function target(random: Random): string {
  if (random.chance(0.1)) return random.pick(WHOLE_TARGETS);
  if (random.chance(0.1)) return `/${'a/'.repeat(random.size(20_000))}`;
  if (random.chance(0.2)) return `/${random.pick(LINKS)}`;
  let path = random.pick(['/', '//', '', '/study/']);
  for (let count = random.below(6); count >= 0; count -= 1) {
    const dot = random.pick(DOTS);
    path +=
      random.pick([random.pick(NAMES), dot, dot + dot, random.pick(ODD_PIECES), 'etc', 'passwd']) +
      random.pick(SLASHES);
  }
  return path;
}

function byRange(random: Random): Bytes {
  const range =
    random.pick(UNITS) +
    (random.chance(0.3) ? `${random.below(99)}-${random.below(99)}` : random.pick(RANGES));
  const more = random.chance(0.1) ? [`Range: ${random.pick(RANGES)}`] : [];
  const lines = [
    'Host: localhost',
    `Range: ${range}`,
    ...more,
    ...(random.chance(0.1) ? ['If-Range: "x"'] : []),
  ];
  return {
    bytes: written(
      random.pick(['GET', 'GET', 'HEAD']),
      `/${random.chance(0.02) ? 'large.bin' : random.pick(['', 'empty.txt', 'none'])}`,
      lines,
    ),
    statuses: [200, 206, 404, 416],
  };
}

function byHost(random: Random): Bytes {
  return { bytes: written('GET', `/${random.pick(NAMES)}`, [random.pick(HOSTS)]), statuses: [200, 400, 404] };
}

function byFlood(random: Random): Bytes {
  const name = (index: number) => (random.chance(0.5) ? `X-${index}` : 'Cookie');
  const many = Array.from(
    { length: random.size(2200) },
    (_, index) => `${name(index)}: ${'v'.repeat(random.below(40))}`,
  );
  const lines = random.chance(0.3) ? [`X: ${'v'.repeat(random.size(100_000))}`] : many;
  return { bytes: written('GET', '/', lines), statuses: [200, 400, 431, 0] };
}

function byBody(random: Random): Bytes {
  const body = 'b'.repeat(random.below(2000));
  const lengths = [
    `Content-Length: ${body.length}`,
    'Content-Length: 99999999',
    'Content-Length: -1',
    'Content-Length: 1\r\nContent-Length: 2',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: nonsense',
    'Expect: 100-continue',
    'Expect: nothing',
    'Upgrade: websocket\r\nConnection: Upgrade',
  ];
  return {
    bytes:
      written(random.pick(['GET', 'POST', 'PUT']), '/', ['Host: localhost', random.pick(lengths)]) + body,
  };
}

function byNoise(random: Random): Bytes {
  const noise = Array.from({ length: random.size(2000) }, () => String.fromCharCode(random.below(256))).join(
    '',
  );
  const begins = random.pick([
    '',
    'GET / HTTP/1.1\r\n',
    'GET /',
    '\x16\x03\x01',
    '\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ]);
  return { bytes: begins + noise };
}

function byCondition(random: Random): Bytes {
  const tag = random.pick(['*', '"x"', 'W/"x"', ',,,', '"', `"${'x'.repeat(random.below(5000))}"`]);
  const day = random.pick(['Thu, 01 Jan 1970 00:00:00 GMT', 'never', '-1', '9'.repeat(50)]);
  const lines = [
    'Host: localhost',
    `If-None-Match: ${tag}`,
    `If-Modified-Since: ${day}`,
    `Accept-Encoding: ${random.pick(['br', '*', ';q=', 'gzip;q=nan'])}`,
  ];
  return { bytes: written('GET', '/', lines), statuses: [200, 304] };
}

/** Many requests at once, more than anybody waits for. */
function byQueue(random: Random): Bytes {
  const one = `GET /${random.chance(0.03) ? 'large.bin' : random.pick(['', 'texts/', 'none'])} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  return { bytes: one.repeat(random.size(20)) };
}
