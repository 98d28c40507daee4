import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../src/import/edits.ts';
import { numberingMarks } from '../../../src/import/rules/numbering-marks.ts';
import { personalNumbers } from '../../../src/import/rules/personal-numbers.ts';
import type { Rule } from '../../../src/import/rules/rule.ts';
import { spacedWords } from '../../../src/import/rules/spaced-words.ts';
import { splitTitles } from '../../../src/import/rules/split-titles.ts';

function after(rule: Rule, text: string): string {
  return applyEdits(text, rule.edits(text, 'plain'));
}

const BODY = '各科室：\n请按时参加。\n';

describe('a title set in several lines', () => {
  it('is put together where it begins with a body and ends as papers do', () => {
    assert.equal(
      after(splitTitles, `云川市卫生健康委员会\n关于印发读书班方案的\n通知\n${BODY}`),
      `云川市卫生健康委员会关于印发读书班方案的通知\n${BODY}`,
    );
    assert.equal(
      after(splitTitles, `关于转作风和\n优服务的实施方案\n${BODY}`),
      `关于转作风和优服务的实施方案\n${BODY}`,
    );
  });
  it('is left alone where the first line is a title by itself, or nothing like one', () => {
    for (const text of [
      `关于读书的通知\n${BODY}`,
      `转作风见行动\n——读书会发言\n${BODY}`,
      `云川市卫生健康委员会文件\n${BODY}`,
    ])
      assert.equal(after(splitTitles, text), text);
  });
  it('loses the spaces that spread it, names of two characters keep theirs', () => {
    assert.equal(
      after(spacedWords, '通　　知\n读 书 班 方 案\n王 伟\n学 习\n'),
      '通知\n读书班方案\n王 伟\n学 习\n',
    );
  });
});

describe('numbers', () => {
  it('at the head of a paragraph take a full stop', () => {
    assert.equal(
      after(numberingMarks, '1、加强学习\n12、“三会”\n1、2号楼\n一、要求\n共3、4处'),
      '1.加强学习\n12.“三会”\n1、2号楼\n一、要求\n共3、4处',
    );
  });
  it('of telephones, identity cards and QQ, and e-mail addresses, are kept back wherever they stand', () => {
    assert.equal(
      after(
        personalNumbers,
        '联系人手机13900000000，电话：0516-00000000，QQ：123456，邮箱a.b@example.cn，身份证11010119900101001X。',
      ),
      '联系人手机〔号码从略〕，电话：〔号码从略〕，〔号码从略〕，邮箱〔号码从略〕，身份证〔号码从略〕。',
    );
  });
  it('that are no such thing stay: days, papers, service lines, sums', () => {
    const text =
      '2026-09-01，云卫发〔2026〕3号，拨打12345，补助13900000000元，见 https://example.cn/t13900000000.html，20260901。';
    assert.equal(after(personalNumbers, text), text);
  });
});
