import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDocx } from '../../../src/import/readers/docx/docx.ts';
import { readSource } from '../../../src/import/readers/read-source.ts';
import { docxOf, packageOf, paragraph } from '../../support/ooxml-files.ts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(...parts: readonly (readonly [kind: string, target: string, id?: string])[]): string {
  const each = parts.map(
    ([kind, target, id = kind]) => `<Relationship Id="${id}" Type="${KINDS}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function document(body: string, namespace = TRANSITIONAL, prefix = 'w'): string {
  const name = (local: string) => (prefix === '' ? local : `${prefix}:${local}`);
  const declared =
    prefix === '' ? `xmlns="${namespace}" xmlns:w="${namespace}"` : `xmlns:${prefix}="${namespace}"`;
  return `<${name('document')} ${declared} xmlns:r="${KINDS}"><${name('body')}>${body}</${name('body')}></${name('document')}>`;
}

function read(files: Record<string, string>) {
  const reading = readDocx(packageOf(files));
  assert.deepEqual(reading.unexplained, []);
  return reading;
}

describe('the parts of a Word file', () => {
  it('are found by their relations, whatever they are called and wherever they stand', () => {
    const { text, leftOut } = read({
      '_rels/.rels': relations(['officeDocument', '/office/Body.xml']),
      'office/_rels/Body.xml.rels': relations(['footnotes', '../notes/n.xml'], ['header', 'H.xml']),
      'office/body.xml': document(
        '<w:p><w:r><w:t>正</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>',
      ),
      'notes/n.xml': `<w:footnotes xmlns:w="${TRANSITIONAL}"><w:footnote w:id="3">${paragraph('注')}</w:footnote></w:footnotes>`,
      'office/H.xml': `<w:hdr xmlns:w="${TRANSITIONAL}">${paragraph('眉')}</w:hdr>`,
      'word/document.xml': document(paragraph('另一份')),
    });
    assert.equal(text, '正\u001d\n\u001c注\n');
    assert.deepEqual(leftOut, [{ reason: '页眉页脚', words: '眉', place: '页眉页脚' }]);
  });

  it('are read with any prefix, with none, and in the strict vocabulary', () => {
    const plain = '<p><r><t>文</t></r></p>';
    for (const [namespace, prefix] of [
      [TRANSITIONAL, 'ns0'],
      [TRANSITIONAL, ''],
      [STRICT, 'w'],
      [STRICT, 'x'],
    ] as const) {
      const body = prefix === '' ? plain : plain.replace(/<(\/?)/g, `<$1${prefix}:`);
      assert.equal(
        read({ 'word/document.xml': document(body, namespace, prefix) }).text,
        '文\n',
        `${prefix} ${namespace}`,
      );
    }
  });

  it('with words that are no text are left out by name: charts, spare parts, what these name in their turn', () => {
    const { leftOut, text } = read({
      'word/document.xml': document(paragraph('文')),
      'word/_rels/document.xml.rels': relations(['chart', 'charts/c.xml'], ['glossaryDocument', 'g/d.xml']),
      'word/charts/c.xml':
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>12</c:v></c:chart>',
      'word/charts/_rels/c.xml.rels': relations(['chartUserShapes', '../drawings/d.xml']),
      'word/drawings/d.xml':
        '<a:x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>形</a:t></a:x>',
      'word/g/d.xml': `<w:glossaryDocument xmlns:w="${TRANSITIONAL}">${paragraph('备')}</w:glossaryDocument>`,
    });
    assert.equal(text, '文\n');
    assert.deepEqual(
      leftOut.map(({ reason, words }) => `${reason} ${words}`).sort(),
      ['word/drawings/d.xml 里的文字 形', '图表里的文字 12', '备用的文档部件 备'].sort(),
    );
  });

  it('that are whole files are read where they stand, or named where they cannot be', () => {
    const chunk = (id: string) => `<w:altChunk r:id="${id}"/>`;
    const { text, notes } = read({
      'word/document.xml': document(paragraph('前') + chunk('a') + chunk('b') + chunk('c') + paragraph('后')),
      'word/_rels/document.xml.rels': relations(
        ['aFChunk', 'a.html', 'a'],
        ['aFChunk', 'b.rtf', 'b'],
        ['aFChunk', 'c.bin', 'c'],
      ),
      'word/a.html': '<html><body><p>网页里的话。</p></body></html>',
      'word/b.rtf': '{\\rtf1\\ansi\\ansicpg936 \\u20889?\\u22312?\\par}',
      'word/c.bin': 'xyz',
    });
    assert.equal(text, '前\n网页里的话。\n写在\n后\n');
    assert.ok(notes.includes('嵌入的其他文档（word/c.bin）没有取，请另外导入'));
  });

  it('are asked for in words where a package has no body', () => {
    assert.throws(() => readDocx(packageOf({ 'ppt/slides/s.xml': '<x/>' })), /没有 Word 正文.*另存为 \.docx/);
  });
});

describe('Word files by other names', () => {
  const flat = (root: string, part: string) =>
    `<?xml version="1.0"?><${root}:package xmlns:${root}="http://schemas.microsoft.com/office/2006/xmlPackage" xmlns:w="${TRANSITIONAL}"><${root}:part ${root}:name="/_rels/.rels"><${root}:xmlData>${relations(['officeDocument', 'word/document.xml'])}</${root}:xmlData></${root}:part><${root}:part ${root}:name="/word/document.xml"><${root}:xmlData>${part}</${root}:xmlData></${root}:part></${root}:package>`;
  const textOf = async (name: string, source: string | Buffer) => {
    const reading = await readSource(name, Buffer.from(source as string), undefined);
    assert.deepEqual(reading.unexplained, []);
    return reading;
  };

  it('are read as one XML text with all parts, whatever its prefixes', async () => {
    for (const root of ['pkg', 'p']) {
      const source = flat(root, `<w:document><w:body>${paragraph('平')}</w:body></w:document>`);
      for (const name of ['.doc', '.xml', '.docx']) assert.equal((await textOf(name, source)).text, '平\n');
    }
  });

  it('are read as Word 2003 wrote them, with lists, notes, changes and headers', async () => {
    const word = `<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="x">
<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="39"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>
<w:body><wx:sect><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>甲</w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>删</w:delText></w:r></aml:content></aml:annotation><w:r><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:r></w:p><w:sectPr><w:hdr><w:p><w:r><w:t>眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`;
    const { text, leftOut } = await textOf('.doc', word);
    assert.equal(text, '一、甲\u001d\n\u001c注\n');
    assert.deepEqual(
      leftOut.map(({ reason }) => reason),
      ['修订中已删除的文字', '页眉页脚'],
    );
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(word, 'utf16le')]);
    assert.equal((await textOf('.doc', utf16)).text, text);
  });

  it('are read as web archives, by the encoding that their bytes are in', async () => {
    const archive = (head: string, body: string) =>
      `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: text/html; charset="${head}"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n----x\r\nContent-Type: image/png\r\n\r\n\r\n----x--\r\n`;
    const coded = (bytes: Buffer) =>
      Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
    const page = coded(Buffer.from('<html><body><p>归档的话。</p></body></html>'));
    for (const charset of ['utf-8', 'gb2312', 'no-such-name'])
      assert.equal((await textOf('.doc', archive(charset, page))).text, '归档的话。\n', charset);
    await assert.rejects(
      textOf('.mht', 'MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx'),
      /没有网页.*另存为 \.docx/,
    );
  });

  it('do not make a text of what only speaks of them', async () => {
    const mail = 'MIME-Version: 1.0\nContent-Type: text/html\n\n<p>信</p>';
    assert.equal((await readSource('.txt', Buffer.from(mail), undefined)).text, mail);
  });
});

describe('what Word shows that is no text of a paragraph', () => {
  const inRun = (inside: string) => `<w:p><w:r>${inside}</w:r></w:p>`;
  const V = 'xmlns:v="urn:schemas-microsoft-com:vml"';

  it('is kept: WordArt, hyphens, signs, and said: the words that describe pictures', () => {
    const { text, leftOut } = readDocx(
      docxOf(
        `${inRun(`<w:pict><v:shape ${V} alt="公章"><v:textpath string="某某局文件"/></v:shape></w:pict>`)}${inRun('<w:t>甲</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="25CB"/>')}`,
      ),
    );
    assert.equal(text, '某某局文件\n甲-☑○\n');
    assert.deepEqual(
      leftOut.map(({ words }) => words),
      ['公章'],
    );
  });

  it('is read from the copy for old programs where the other half says nothing, and only there', () => {
    const box = (words: string) => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`;
    const choice = (first: string, copy: string) =>
      inRun(
        `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${first}</w:drawing></mc:Choice><mc:Fallback><w:pict>${copy}</w:pict></mc:Fallback></mc:AlternateContent>`,
      );
    const { text, leftOut, unexplained } = readDocx(
      docxOf(choice('', box('只在后备')) + choice(box('新'), box('旧'))),
    );
    assert.deepEqual([text, unexplained], ['只在后备\n新\n', []]);
    assert.deepEqual(
      leftOut.map(({ words }) => words),
      ['旧'],
    );
  });

  it('is a diagram, its points in the order in which they hang together', () => {
    const point = (id: number, words: string) =>
      `<dgm:pt modelId="${id}"><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
    const { text } = read({
      'word/document.xml': document(
        `${inRun('<w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d"/></w:drawing>')}${paragraph('后')}`,
      ),
      'word/_rels/document.xml.rels': relations(['diagramData', 'd.xml', 'd']),
      'word/d.xml': `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt modelId="0" type="doc"/>${point(3, '三')}${point(1, '一')}${point(2, '二')}</dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="0" destId="3" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="2" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>`,
    });
    assert.equal(text, '一\n二\n三\n后\n');
  });

  it('is a formula in one line', () => {
    const run = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`;
    const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const formula = (inside: string) => `<w:p><m:oMath ${M}>${inside}</m:oMath></w:p>`;
    const fraction = (above: string, below: string) =>
      `<m:f><m:num>${above}</m:num><m:den>${below}</m:den></m:f>`;
    const cases: Record<string, string> = {
      '3/7': fraction(run('3'), run('7')),
      '2 3/7': run('2') + fraction(run('3'), run('7')),
      '(a+b)/(c/d)': fraction(run('a+b'), fraction(run('c'), run('d'))),
      '1/2 x': fraction(run('1'), run('2')) + run('x'),
      '1/2+x': fraction(run('1'), run('2')) + run('+x'),
      'n¦k': fraction(run('n'), run('k')).replace('<m:f>', '<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>'),
      'm²': `<m:sSup><m:e>${run('m')}</m:e><m:sup>${run('2')}</m:sup></m:sSup>`,
      'x^(a-b)': `<m:sSup><m:e>${run('x')}</m:e><m:sup>${run('a-b')}</m:sup></m:sSup>`,
      '³√(x+1)': `<m:rad><m:deg>${run('3')}</m:deg><m:e>${run('x+1')}</m:e></m:rad>`,
      '∑_(i=1)ⁿ i': `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${run('i=1')}</m:sub><m:sup>${run('n')}</m:sup><m:e>${run('i')}</m:e></m:nary>`,
      '[1，2；3，4]': `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:m><m:mr><m:e>${run('1')}</m:e><m:e>${run('2')}</m:e></m:mr><m:mr><m:e>${run('3')}</m:e><m:e>${run('4')}</m:e></m:mr></m:m></m:e></m:d>`,
    };
    for (const [line, inside] of Object.entries(cases)) {
      const reading = readDocx(docxOf(formula(inside)));
      assert.deepEqual([reading.text, reading.unexplained], [`${line}\n`, []]);
      assert.deepEqual(reading.notes, ['公式写成一行文字，请对照原件核对']);
    }
  });

  it('keeps a fraction apart from the figures beside it, as a formula and as a field', () => {
    const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
    const formula = `<m:oMath ${M}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`;
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    for (const half of [formula, field]) {
      const { text, unexplained } = readDocx(
        docxOf(`<w:p>${run('共3')}${half}${run('5天')}</w:p><w:p>${run('共')}${half}${run('天')}</w:p>`),
      );
      assert.deepEqual([text, unexplained], ['共3 1/2 5天\n共1/2天\n', []]);
    }
  });

  it('ends lines where they end: breaks of lines, columns and pages', () => {
    const breaks = [
      '<w:br/>',
      '<w:br w:type="textWrapping" w:clear="all"/>',
      '<w:br w:type="page"/>',
      '<w:br w:type="column"/>',
      '<w:cr/>',
    ];
    for (const each of breaks)
      assert.equal(readDocx(docxOf(inRun(`<w:t>甲</w:t>${each}<w:t>乙</w:t>`))).text, '甲\n乙\n', each);
  });

  it('is what is chosen of a list; the other choices are said', () => {
    const control = `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="办公室"/><w:listItem w:value="人事科"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>办公室</w:t></w:r></w:sdtContent></w:sdt>`;
    const old =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const { text, leftOut, unexplained } = readDocx(docxOf(`<w:p>${control}${old}</w:p>`));
    assert.deepEqual([text, unexplained], ['办公室乙\n', []]);
    assert.deepEqual(
      leftOut.slice(0, 3).map(({ words }) => words),
      ['办公室', '人事科', '甲'],
    );
  });
});
