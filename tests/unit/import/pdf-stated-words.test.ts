import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countedGlyphs } from '../../../src/import/account/pdf.ts';
import { readPdf } from '../../../src/import/readers/pdf/pdf.ts';
import { makePdf, type PdfPage } from '../../support/make-pdf.ts';

const BODY = '这一页有文字，写了不止十个字。';

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/** Drawing steps of a line whose glyphs are mapped to some words. */
function line(words: string, y: number, x = 60): string {
  return `BT /mapped 12 Tf 1 0 0 1 ${x} ${y} Tm <${utf16(words)}> Tj ET`;
}

/** Steps within a mark that states words for them. */
function stated(words: string, steps: string): string {
  return `/Span << /ActualText <feff${utf16(words)}> >> BDC\n${steps}\nEMC`;
}

async function read(steps: string, page: PdfPage = {}) {
  const reading = await readPdf(makePdf([{ ...page, steps: `${line(BODY, 760)}\n${steps}` }]));
  const lines = reading.text.split('\n').filter((each) => each !== '');
  assert.equal(lines[0], BODY);
  return { ...reading, lines: lines.slice(1), notes: reading.notes.join('\n') };
}

describe('words that a PDF states for its glyphs', () => {
  it('hold instead of what the font gives, which is said with its number and an example', async () => {
    const steps = ['于', '做', '好'].map((word, index) => stated(word, line('各', 700, 72 + index * 12)));
    const found = await read([line('关', 700), ...steps].join('\n'));
    assert.deepEqual(found.lines, ['关于做好']);
    assert.match(found.notes, /第 1 页有 3 个字形，.*ActualText.*（如“各”写明是“于”），按写明的取/);
    assert.deepEqual([found.unexplained, found.uncounted], [[], undefined]);
  });
  it('go to the glyphs one by one, or all to the first one where there are more or fewer', async () => {
    const one = await read(stated('云川市', line('各各各', 700)));
    assert.deepEqual([one.lines, one.unexplained], [['云川市'], []]);
    const more = await read(`${stated('云川市人', line('各各', 700))} ${line('民', 700, 84)}`);
    assert.deepEqual([more.lines, more.unexplained], [['云川市人民'], []]);
    const fewer = await read(`${stated('云', line('各各', 700))} ${line('川', 700, 84)}`);
    assert.deepEqual([fewer.lines, fewer.unexplained], [['云川'], []]);
  });
  it('say nothing where they agree with the glyphs but for blanks, or show nothing themselves', async () => {
    for (const words of ['云 川 市', ' ', '\u00ad', '']) {
      const found = await read(stated(words, line('云川市', 700)));
      assert.deepEqual([found.lines, found.unexplained], [['云川市'], []]);
      assert.doesNotMatch(found.notes, /ActualText/);
    }
  });
  it('are told and need no look at the file where they only have radicals as ideographs', async () => {
    const found = await read(stated('人', line('⼈', 700)));
    assert.deepEqual(found.lines, ['人']);
    assert.match(found.notes, /有 1 个字形，字体给出的是部首等异形字符/);
    assert.doesNotMatch(found.notes, /与字体给出的不同/);
  });
  it('are those of the outermost mark, through marks of other kinds and of layers', async () => {
    const inner = `/P << /MCID 0 >> BDC ${stated('内', line('各', 700))} EMC`;
    const found = await read(
      `/OC /Layer BDC ${stated('外', `/Artifact BMC ${inner} EMC`)} EMC ${line('面', 700, 72)}`,
    );
    assert.deepEqual([found.lines, found.unexplained], [['外面'], []]);
  });
  it('are read in the encodings of text strings, and not where their bytes could be anything', async () => {
    const shown = async (string: string) =>
      (await read(`/Span << /ActualText ${string} >> BDC ${line('各', 700)} EMC`)).lines;
    assert.deepEqual(await shown('<efbbbf e4ba8e>'), ['于']);
    assert.deepEqual(await shown('(No)'), ['No']);
    assert.deepEqual(await shown('<d3da>'), ['各']);
  });
  it('tell glyphs for which the font gives no character', async () => {
    const glyph = `BT /unmapped 12 Tf 1 0 0 1 60 700 Tm <4e8e> Tj ET`;
    const found = await read(stated('于', glyph));
    assert.deepEqual([found.lines, found.unexplained], [['于'], []]);
    assert.doesNotMatch(found.notes, /没有给出对应的字/);
  });
  it('are named as left out where they stand for a drawing', async () => {
    const found = await read(stated('云川市人民政府文件', '100 700 m 200 700 l 200 720 l f'));
    assert.deepEqual(found.lines, []);
    assert.deepEqual(
      found.leftOut.map(({ words, reason, place }) => [words, reason, place]),
      [['云川市人民政府文件', '图形另写明的文字（ActualText）', '第 1 页']],
    );
    assert.deepEqual(found.unexplained, []);
  });
  it('count as text where one glyph stands for a whole page', async () => {
    const page = { steps: stated(BODY, line('各', 700)), picture: true };
    const { text, notes, unexplained } = await readPdf(makePdf([page]));
    assert.deepEqual([text.trim(), unexplained], [BODY, []]);
    assert.doesNotMatch(notes.join(), /几乎没有文字/);
  });
  it('make a file that is not called complete where reader and account find different marks', () => {
    const said = { text: '于' };
    const page = {
      ...{ codes: [{ code: 1, character: '各', stated: said }], annotations: [], pictures: 0, marks: 1 },
      ...{ stated: new Map([[0, said]]), isStatedInAnnotations: false },
    };
    const { counted } = countedGlyphs([page], [{ place: '第 1 页', own: ['各'], annotations: [], marks: 2 }]);
    assert.deepEqual(counted, { cannot: '第 1 页另写明了文字（ActualText），同它的字形对不上' });
  });
});
