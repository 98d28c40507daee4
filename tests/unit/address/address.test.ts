import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBasePath } from '../../../src/domain/address/base-path.ts';
import { isIpAddress, readHost } from '../../../src/domain/address/host.ts';
import { readServerPath } from '../../../src/domain/address/server-path.ts';
import { readOrigin, readSiteAddress } from '../../../src/domain/address/site-address.ts';

/** What would do something else than name a host in a content policy, a header or a server's configuration, and what only looks like a name. */
const NO_HOSTS = [
  '',
  '*',
  '*.example.cn',
  'y;sandbox',
  'a b',
  'a\tb',
  'a\nb',
  '"x',
  "'self'",
  '~.*',
  '~^(.+)$',
  '$host',
  '{x}',
  'a%2eb',
  'a\\b',
  'a,b',
  'a_b',
  'a..b',
  '.a',
  'a.',
  '-a.cn',
  'a-.cn',
  'a/b',
  'user@a',
  'data:',
  'ｅｘａｍｐｌｅ.cn',
  'example。cn',
  'еxample.cn',
  'a\u200b.cn',
  '⼀.cn',
  '例；子.cn',
  'xn--.cn',
  'xn--学.cn',
  `${'a'.repeat(64)}.cn`,
  `${'汉字'.repeat(30)}.cn`,
  Array.from({ length: 130 }, () => 'a').join('.'),
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '01.2.3.4',
  '0x7f.0.0.1',
  'a.1',
  'a.0x1',
  '[::1',
  '::1',
  '[::1%eth0]',
  '[1.2.3.4]',
  '[::g]',
  '[]',
];

describe('the host of an address', () => {
  test('is a name of letters, digits and hyphens, localhost or an IP address, in lower case', () => {
    for (const [text, host] of [
      ['study.example.gov.cn', 'study.example.gov.cn'],
      ['STUDY.Example.CN', 'study.example.cn'],
      ['localhost', 'localhost'],
      ['intranet', 'intranet'],
      ['3g.cn', '3g.cn'],
      [`${'a'.repeat(63)}.cn`, `${'a'.repeat(63)}.cn`],
      ['10.0.0.8', '10.0.0.8'],
      ['[::1]', '[::1]'],
      ['[2001:DB8:0::1]', '[2001:db8::1]'],
    ] as const)
      assert.deepEqual(readHost(text), { value: host });
  });

  test('in Chinese is given as servers know it', () => {
    assert.deepEqual(readHost('学习.政务'), { value: 'xn--vjq503a.xn--zfr164b' });
    assert.deepEqual(readHost('xn--vjq503a.xn--zfr164b'), { value: 'xn--vjq503a.xn--zfr164b' });
  });

  test('is never one that could mean something else, or only looks like a name', () => {
    for (const text of NO_HOSTS) assert.equal(typeof readHost(text).problem, 'string', JSON.stringify(text));
  });

  test('that is invalid is reported with the reason and what to write instead', () => {
    for (const [text, problem] of [
      ['', '没有写域名，应像 study.example.gov.cn'],
      ['*.example.cn', '域名里不能用通配符 *，写出完整的域名'],
      ['a.cn.', '域名末尾多了一个点，删去'],
      ['a..cn', '域名里两个点连在一起，或以点开头'],
      ['.cn', '域名里两个点连在一起，或以点开头'],
      ['a.1', '域名的最后一段不能是数字'],
      ['xn--学.cn', '域名不成立，检查 xn-- 后面的部分'],
      [`${'a'.repeat(64)}.cn`, '域名太长：每一段最多 63 个字符，总共最多 253 个'],
      ['1.2.3', '1.2.3 不是 IP 地址，应是四个 0 到 255 的数，像 10.0.0.8'],
      ['256.1.1.1', '256.1.1.1 不是 IP 地址，应是四个 0 到 255 的数，像 10.0.0.8'],
      ['[::g]', '[::g] 不是 IPv6 地址，应像 [2001:db8::1]'],
    ] as const)
      assert.deepEqual(readHost(text), { problem });
    assert.match(readHost('a_b.cn').problem!, /^域名里的 a_b 只能用/u);
  });

  test('may have parts that begin or end in a digit, and numbers to 255', () => {
    for (const host of ['a1.b2', 'example.cn1', 'example.0x1g', 'example.a1', '255.255.255.255', '0.0.0.0'])
      assert.deepEqual(readHost(host), { value: host });
  });

  test('has 253 characters at most', () => {
    const name = `${`${'a'.repeat(49)}.`.repeat(5)}abc`;
    assert.equal(name.length, 253);
    assert.deepEqual(readHost(name), { value: name });
    assert.ok(readHost(`${name}d`).problem);
  });

  test('is known as an IP address by its form', () => {
    assert.deepEqual(['10.0.0.8', '[::1]', '1a.cn', 'a.1', 'localhost'].map(isIpAddress), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the address of a site', () => {
  test('is given as browsers compare it: the scheme in lower case, no usual port, a slash at its end', () => {
    assert.deepEqual(readOrigin('HTTPS://Study.Example.cn:443/'), { value: 'https://study.example.cn' });
    assert.deepEqual(readOrigin('http://10.0.0.8:8080'), { value: 'http://10.0.0.8:8080' });
    assert.deepEqual(readOrigin('http://[::1]:80'), { value: 'http://[::1]' });
    assert.deepEqual(readSiteAddress('https://a.cn:8443/study'), { value: 'https://a.cn:8443/study/' });
    assert.deepEqual(readSiteAddress('http://a.cn'), { value: 'http://a.cn/' });
  });

  test('has a host that is one, and says what is wrong with any other', () => {
    for (const host of NO_HOSTS.filter((text) => !text.includes('/')))
      for (const read of [readOrigin, readSiteAddress]) {
        const { value, problem } = read(`https://${host}/`);
        assert.equal(value, undefined, host);
        assert.match(problem!, /[\u4e00-\u9fff]/u);
      }
  });

  test('has no user, no query, no fragment, no space and only a port that there is', () => {
    for (const text of [
      'https://user:secret@a.cn/',
      'https://a.cn@b.cn/',
      'https://a.cn?x',
      'https://a.cn/#x',
      'https://a.cn/ ',
      ' https://a.cn',
      'https://a.cn\n',
      'https://a.cn:',
      'https://a.cn:0',
      'https://a.cn:080',
      'https://a.cn:65536',
      'https://a.cn:80;x',
      'https://a.cn:80:80',
      'ftp://a.cn',
      'javascript:alert(1)',
      'https:a.cn',
      'https:///a.cn',
      'https:\\\\a.cn',
      '//a.cn',
      'a.cn',
      '',
    ])
      for (const read of [readOrigin, readSiteAddress])
        assert.equal(read(text).value, undefined, JSON.stringify(text));
  });

  test('that is invalid is reported with the reason and what to write instead', () => {
    for (const [text, problem] of [
      ['https://a.cn ', '含有空格、换行或看不见的字符，删去'],
      ['https://a\u200b.cn', '含有空格、换行或看不见的字符，删去'],
      ['xhttps://a.cn', '应像 https://study.example.gov.cn 这样，以 http:// 或 https:// 开头'],
      ['a.cn', '应像 https://study.example.gov.cn 这样，以 http:// 或 https:// 开头'],
      ['https://a.cn/?x', '不能带 ? 或 # 和它后面的部分，删去'],
      ['https://a.cn#x', '不能带 ? 或 # 和它后面的部分，删去'],
      ['https://user@a.cn/', '不能带用户名和密码（@ 和它前面的部分），删去'],
      ['https:///study', '没有写域名，应像 study.example.gov.cn'],
      ['https://a.cn:080', '端口 080 不对，应是 1 到 65535 的数；用平常的端口就连冒号一起删去'],
    ] as const)
      for (const read of [readOrigin, readSiteAddress]) assert.deepEqual(read(text), { problem });
    assert.deepEqual(readSiteAddress('https://a.cn/学习'), {
      problem: '域名后面的路径只能用英文、数字、连字符，像 https://www.example.gov.cn/study/',
    });
  });

  test('has a port from 1 to 65535, of figures only', () => {
    assert.deepEqual(readOrigin('https://a.cn:1'), { value: 'https://a.cn:1' });
    assert.deepEqual(readOrigin('https://a.cn:65535'), { value: 'https://a.cn:65535' });
    for (const port of ['65536', '0', '1e3', '80a'])
      assert.match(readOrigin(`https://a.cn:${port}`).problem!, /^端口 /u);
  });

  test('without a path says where the path is written', () => {
    assert.match(readOrigin('https://a.cn/study').problem!, /路径另写（site\.yaml 的 base 或 BASE_PATH）/);
  });

  test('with a path has one that means itself everywhere', () => {
    for (const path of [
      '/a;b/',
      '/a b',
      '/"/',
      '/$uri',
      '/%0a',
      '/学习',
      '/a//b',
      '/../x',
      '/./x',
      '/.git',
      '/{x}',
    ])
      assert.equal(readSiteAddress(`https://a.cn${path}`).value, undefined, path);
  });
});

describe('the path below which a site lies', () => {
  test('has a slash at both ends, however it is written', () => {
    for (const text of ['study', '/study', 'study/', '//study//'])
      assert.deepEqual(readBasePath(text), { value: '/study/' });
    assert.deepEqual(readBasePath('/a/b-c_d~e.f'), { value: '/a/b-c_d~e.f/' });
    for (const text of ['', '/', '//']) assert.deepEqual(readBasePath(text), { value: '/' });
  });

  test('is never one that servers, browsers or hosts of pages read otherwise', () => {
    for (const text of [
      '/学习',
      '/a b',
      '/a\nb',
      '/a;b',
      '/a{b',
      '/$a',
      '/a"',
      "/a'",
      '/a#b',
      '/a?b',
      '/a%2f',
      '/*',
      '/:a',
    ])
      assert.ok(readBasePath(text).problem, text);
    for (const text of ['/../x', '/a/../b', '/a..b', '/.', '/.git', '/a/.b', '/a//b', '/a\\b', '/ａ'])
      assert.ok(readBasePath(text).problem, text);
  });
});

describe('a path on a server', () => {
  test('may be any full path', () => {
    for (const text of ['/srv/study', '/srv/学习 园地/', '/srv/a"b;c{d}#e%', 'D:/study', 'D:\\study'])
      assert.deepEqual(readServerPath(text), { value: text });
  });

  test('is refused where it is not full, or where a server would read a variable or a line’s end', () => {
    for (const text of [
      '',
      'study',
      './study',
      '~/study',
      '/srv/$study',
      '/srv/a\nb',
      '/srv/a\rb',
      '/srv/a\0b',
      '/srv/a\u2028b',
    ])
      assert.ok(readServerPath(text).problem, text);
    for (const text of ['/', '//', 'C:/', '/srv/../etc', '/srv/.', 'data:x', 'engine:pkcs11:x'])
      assert.ok(readServerPath(text).problem, text);
  });
});
