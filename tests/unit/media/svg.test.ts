import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outgoing } from '../../../src/media/outgoing.ts';
import { MediaTrouble } from '../../../src/media/stripped.ts';
import { HOSTILE_DRAWINGS } from '../../support/hostile.ts';
import { gif, jpeg, png, SECRET, tellingChunks, tellingSegments } from '../../support/pictures.ts';

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
const drawing = (inner: string, more = '') => `<svg ${XMLNS}${more}>${inner}</svg>`;

function strip(text: string | Uint8Array): { text: string; removed: string[] } {
  const { bytes, removed } = outgoing('a.svg', Buffer.from(text));
  return { text: Buffer.from(bytes).toString(), removed: [...removed] };
}

function troubleOf(text: string | Uint8Array): string {
  try {
    outgoing('a.svg', Buffer.from(text));
    return '';
  } catch (error) {
    assert.ok(error instanceof MediaTrouble, String(error));
    return `${error.message} — ${error.remedy}`;
  }
}

const data = (type: string, bytes: Uint8Array) =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

describe('a drawing as it is published', () => {
  it('is the same where it only draws and describes', () => {
    for (const text of [
      drawing(
        '<title>图</title>\n  <path d="M0 0h9" stroke="#a8402f" transform="translate(1 2)"/>\n',
        ' viewBox="0 0 9 9" aria-label="图（一）"',
      ),
      drawing(
        '<style>text > tspan { fill: url(#a); font-family: "宋体", \'SimSun\' }</style><linearGradient id="a"/>',
      ),
      `${drawing('<a href="#a"><text style="fill:red">a &amp; b &lt; c</text></a>')}\n`,
      `<svg ${XMLNS} xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>`,
      drawing(`<image href="${data('png', png())}"/>`),
      drawing('<animate attributeName="opacity" values="0;1" dur="1s"/>'),
      drawing('<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}</style>'),
    ])
      assert.deepEqual(strip(text), { text, removed: [] });
  });

  const GOES: [what: string, inner: string, kept: string, kind: string][] = [
    ['remarks', `<!-- ${SECRET} --><g/>`, '<g/>', '注释'],
    ['scripts', `<script>${SECRET}</script><g/>`, '<g/>', '脚本'],
    [
      'scripts of another namespace',
      `<h:script xmlns:h="http://www.w3.org/1999/xhtml">${SECRET}</h:script><g/>`,
      '<g/>',
      '脚本',
    ],
    ['events', `<g onload="${SECRET}" ONCLICK="${SECRET}" id="a"/>`, '<g id="a"/>', '事件处理'],
    [
      'pages',
      `<switch><foreignObject><p>${SECRET}</p></foreignObject><text>a</text></switch>`,
      '<switch><text>a</text></switch>',
      '嵌入的网页',
    ],
    ['links that run script', `<a href="&#9;java&#10;script:${SECRET}"><g/></a>`, '<a><g/></a>', '脚本地址'],
    ['animations of links', `<a><animate attributeName="href" to="${SECRET}"/></a>`, '<a/>', '脚本地址'],
    [
      'animations of links by another name',
      `<a><set attributeName="x:href" to="${SECRET}"/></a>`,
      '<a/>',
      '脚本地址',
    ],
    [
      'other files',
      `<image href="${SECRET}.png"/><use href="//evil.test/${SECRET}#a"/>`,
      '<image/><use/>',
      '外部引用',
    ],
    ['links out of it', `<a href="https://evil.test/${SECRET}"><g/></a>`, '<a><g/></a>', '外部引用'],
    [
      'styles from elsewhere',
      `<style>@import "${SECRET};a.css"; @IMPORT url(//${SECRET}); a{b:c}</style>`,
      '<style>  a{b:c}</style>',
      '外部引用',
    ],
    [
      'pictures that styles name',
      `<g style="fill:url('http://${SECRET}')"/>`,
      '<g style="fill:none"/>',
      '外部引用',
    ],
    ['pictures that attributes name', `<g fill="URL( //${SECRET}/#a )"/>`, '<g fill="none"/>', '外部引用'],
    [
      'pictures that styles name by other means',
      `<style>a{b:image-set("${SECRET}" 1x)}</style>`,
      '<style>a{b:none}</style>',
      '外部引用',
    ],
    [
      'addresses in styles that are written with escapes',
      `<style>a{b:u\\72 l(${SECRET})}</style>`,
      '<style/>',
      '外部引用',
    ],
    [
      'an address that is not ended',
      `<style>a{b:url(${SECRET}</style>`,
      '<style>a{b:none</style>',
      '外部引用',
    ],
    ['remarks in styles', `<style>a{/* ${SECRET} */b:c}</style>`, '<style>a{ b:c}</style>', '注释'],
    ['metadata', `<metadata>${SECRET}</metadata><g/>`, '<g/>', '元数据'],
    [
      'descriptions of works',
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${SECRET}</r:RDF><g/>`,
      '<g/>',
      '元数据',
    ],
    [
      'what a drawing program needs',
      `<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:doc="${SECRET}"/><g data-name="${SECRET}"/>`,
      '<g/>',
      '绘图软件的数据',
    ],
    ['another base', `<g xml:base="http://${SECRET}/"/>`, '<g/>', '外部引用'],
    ['processing instructions', `<?x ${SECRET}?><g/>`, '<g/>', '处理指令'],
    ['pages in data', `<a href="data:text/html,${SECRET}"/>`, '<a/>', '脚本地址'],
    [
      'pictures that are no such pictures',
      `<image href="data:image/png,${SECRET}"/>`,
      '<image/>',
      '脚本地址',
    ],
    [
      'elements and attributes that nobody knows',
      `<x>${SECRET}</x><g y-z="${SECRET}"/>`,
      '<g/>',
      '不认识的内容',
    ],
  ];
  for (const [what, inner, kept, kind] of GOES) {
    it(`has no ${what}`, () => {
      assert.deepEqual(strip(drawing(inner)), { text: drawing(kept), removed: [kind] });
    });
  }

  it('has no declaration of its type, entities included, and nothing before and behind it', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE svg [ <!ENTITY a "${SECRET}"> ]><!-- ${SECRET} -->${drawing('<g/>')}<!-- ${SECRET} -->`;
    assert.deepEqual(strip(text), { text: drawing('<g/>'), removed: ['文档类型声明', '注释'] });
  });

  it('is the same whatever prefixes its names have', () => {
    const text = `<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink"><s:use l:href="#a"/><s:script/><use l:href="#b"/></s:svg>`;
    assert.deepEqual(strip(text), {
      text: `<svg ${XMLNS} xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>`,
      removed: ['脚本', '不认识的内容'],
    });
  });

  it('has embedded pictures without their metadata', () => {
    const stripped = strip(
      drawing(
        `<image href="${data('jpeg', jpeg(tellingSegments(6)))}"/><g style="fill:url(${data('png', png(tellingChunks()))})"/><image href="${data('svg+xml', Buffer.from(drawing(`<script>${SECRET}</script>`)))}"/>`,
      ),
    );
    assert.ok(
      ['GPS 位置', '作者', '脚本'].every((kind) => stripped.removed.includes(kind)),
      stripped.removed.join(),
    );
    const inner = [...stripped.text.matchAll(/base64,([^")]+)/g)].map(([, code = '']) =>
      Buffer.from(code, 'base64'),
    );
    assert.equal(inner.length, 3);
    assert.ok(inner.every((bytes) => bytes.length > 0 && !bytes.includes(SECRET)));
    const nested = (depth: number): string =>
      drawing(
        depth === 0
          ? `<text>${SECRET}</text>`
          : `<image href="${data('svg+xml', Buffer.from(nested(depth - 1)))}"/>`,
      );
    assert.ok(
      !Buffer.from(strip(nested(4)).text.match(/base64,([^"]+)/)![1]!, 'base64').includes(SECRET),
      'and not without end',
    );
  });

  it('goes through the same hands a second time unchanged', () => {
    for (const hostile of [...HOSTILE_DRAWINGS, ...GOES.map(([, inner]) => drawing(inner))]) {
      const { text } = strip(hostile);
      assert.deepEqual(strip(text), { text, removed: [] });
    }
  });

  it('is refused if it is no SVG, with the position if known', () => {
    const REMEDY = '用画图软件另存为普通 SVG，或另存为 PNG';
    assert.equal(troubleOf(drawing('\n<g>')), `不是合格的 SVG（第 2 行第 4 字） — ${REMEDY}`);
    assert.match(troubleOf(drawing('&nbsp;')), /^不是合格的 SVG/);
    assert.match(troubleOf(`<!DOCTYPE svg [ <!ENTITY a "b"> ]>${drawing('&a;')}`), /^不是合格的 SVG/);
    assert.equal(
      troubleOf('<svg><g/></svg>'),
      'SVG 没有命名空间，浏览器不显示 — 在 <svg 后面加 xmlns="http://www.w3.org/2000/svg"',
    );
    assert.equal(troubleOf('<svg xmlns="http://www.w3.org/1999/xhtml"/>'), `不是 SVG 图 — ${REMEDY}`);
    const coded = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="gb2312"?><svg '),
      Buffer.from([0xc4, 0xe3]),
      Buffer.from('/>'),
    ]);
    assert.match(troubleOf(coded), /^不是 UTF-8 编码/);
    assert.match(troubleOf(Buffer.from(`\ufeff${drawing('')}`, 'utf16le')), /^不是 UTF-8 编码/);
    assert.equal(
      troubleOf(gif()),
      '扩展名是 .svg，内容却不是（是 GIF） — 扩展名改成 .gif，或换成真正的 .svg 文件',
    );
  });

  it('is refused where it is too much for anybody', () => {
    assert.match(troubleOf(drawing('<g>'.repeat(300) + '</g>'.repeat(300))), /^SVG 套得太深，超过 200 层/);
    assert.match(
      troubleOf(drawing('<g>'.repeat(100_000) + '</g>'.repeat(100_000))),
      /^(?:SVG 套得太深|不是合格的 SVG)/,
    );
    assert.match(troubleOf(drawing('<g/>'.repeat(300_001))), /^SVG 里的图形太多/);
    assert.match(troubleOf(drawing(' '.repeat(20 * 1024 * 1024))), /^SVG 太大/);
    assert.equal(troubleOf(drawing(`<style>${'url('.repeat(50_000)}</style>`)), '');
    assert.equal(troubleOf(drawing(`<style>${'image(('.repeat(20_000)}</style>`)), '');
    assert.equal(troubleOf(drawing(`<style>${'@import"'.repeat(20_000)}</style>`)), '');
  });
});
