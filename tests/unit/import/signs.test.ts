import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scripted } from '../../../src/import/readers/signs/scripts.ts';
import { bulletSign, isSignFont, signOf } from '../../../src/import/readers/signs/sign-fonts.ts';
import { signPieces } from '../../../src/import/readers/signs/sign-words.ts';

describe('fonts that draw signs', () => {
  it('draw the same for a letter and for the code that Word keeps it as', () => {
    const cases: [string, number, string][] = [
      ...([
        ['Wingdings', 0xfe, '☑'],
        ['Wingdings', 0xa8, '□'],
        ['Wingdings', 0xfc, '√'],
        ['Wingdings', 0x28, '☎'],
      ] as [string, number, string][]),
      ...([
        ['Wingdings 2', 0x52, '☑'],
        ['Wingdings 2', 0xa3, '□'],
        ['WINGDINGS 2', 0x50, '√'],
      ] as [string, number, string][]),
      ...([
        ['Wingdings 3', 0x70, '▲'],
        ['Webdings', 0x61, '✔'],
        ['Symbol', 0x61, 'α'],
        ['Symbol', 0xae, '→'],
      ] as [string, number, string][]),
    ];
    for (const [font, code, sign] of cases) {
      assert.equal(signOf(font, code), sign, `${font} ${code}`);
      assert.equal(signOf(font, 0xf000 + code), sign, `${font} ${code}`);
    }
  });
  it('draw no code of a control, no private character and nothing for what they lack', () => {
    for (const font of ['Wingdings', 'Wingdings 2', 'Wingdings 3', 'Webdings', 'Symbol'])
      for (let code = 0x21; code <= 0xff; code += 1)
        assert.doesNotMatch(signOf(font, code) ?? '', /[\p{Co}\p{Cc}\p{Cn}\s]/u, `${font} ${code}`);
    assert.equal(signOf('Wingdings', 0x1f), undefined);
    assert.equal(signOf('宋体', 0x52), undefined);
    assert.equal(isSignFont('宋体'), false);
  });
  it('change only the characters that they are for', () => {
    assert.deepEqual(signPieces('R学', { ascii: 'Wingdings 2', eastAsia: '宋体' }), [
      { words: 'R', font: 'Wingdings 2', shown: '☑' },
      { words: '学' },
    ]);
    assert.deepEqual(signPieces('R', { ascii: '宋体', hAnsi: 'Wingdings 2' }), [{ words: 'R' }]);
    assert.deepEqual(signPieces('\uf052', { ascii: '宋体', hAnsi: 'Wingdings 2' }), [
      { words: '\uf052', font: 'Wingdings 2', shown: '☑' },
    ]);
    assert.deepEqual(signPieces('', undefined), []);
  });
  it('make bullets that mean something stay, and others plain', () => {
    assert.equal(bulletSign('\uf0fe', 'Wingdings'), '☑');
    assert.equal(bulletSign('■', '宋体'), '■');
    assert.equal(bulletSign('o', 'Courier New'), undefined);
  });
});

describe('raised and lowered words', () => {
  it('stay raised as characters of their own where there are such', () => {
    assert.equal(scripted('2', 'super'), '²');
    assert.equal(scripted('-12', 'super'), '⁻¹²');
    assert.equal(scripted('2', 'sub'), '₂');
  });
  it('keep their meaning by a sign where there are none', () => {
    assert.equal(scripted('2.5', 'super'), '^2.5');
    assert.equal(scripted('a-b', 'super'), '^(a-b)');
  });
  it('stay as they are where they are raised for their looks', () => {
    for (const words of ['th', '®', '注', '[1]', '①']) assert.equal(scripted(words, 'super'), words);
    assert.equal(scripted('甲', 'sub'), '甲');
  });
});
