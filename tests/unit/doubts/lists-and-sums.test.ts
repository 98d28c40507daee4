import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findMiscountedLists } from '../../../src/domain/doubts/named-numbers.ts';
import { findRepeated } from '../../../src/domain/doubts/repeated.ts';
import { findUnevenSums } from '../../../src/domain/doubts/sums.ts';

const words = (find: typeof findRepeated, paragraphs: readonly string[]) =>
  find(paragraphs).map(({ paragraph, reason }) => `${paragraph} ${reason}`);

describe('A named number', () => {
  const lists = (...paragraphs: string[]) => words(findMiscountedLists, paragraphs);

  it('is held against the quoted list before it, whose items all hold what it names', () => {
    assert.deepEqual(lists('“甲进网格、乙进网格”等“两进网格”'), []);
    assert.deepEqual(lists('“甲进网格、乙进网格”“三进网格”'), ['1 “三进网格”列出 2 项（不符）']);
    assert.deepEqual(lists('“甲进网格、乙下乡”等“三进网格”'), []);
    assert.deepEqual(lists('“甲进网格、乙进网格等”“三进网格”'), []);
    assert.deepEqual(lists('“等级进网格、乙进网格”“三进网格”'), ['1 “三进网格”列出 2 项（不符）']);
  });

  it('is shown where it stands', () => {
    const [doubt] = findMiscountedLists(['推进“甲进网格、乙进网格”等“三进网格”工作。']);
    assert.equal(doubt?.words, '等“三进网格”工');
    assert.equal(doubt?.at, 13);
    const [later] = findMiscountedLists(['我们要做到“五不准”：不准吃请，不准收礼。']);
    assert.equal(later?.words, '到“五不准”：');
  });

  it('is held against the words that begin with what it names, two at least', () => {
    assert.deepEqual(lists('三个坚持：坚持学，坚持查。'), ['1 “三个坚持”列出 2 项（不符）']);
    assert.deepEqual(lists('三个坚持：坚持学，坚持查，坚持改。'), []);
    assert.deepEqual(lists('三个坚持：坚持学。坚持查。'), []);
    assert.deepEqual(lists('五不准，即不准吃请，不准收礼。'), ['1 “五不准”列出 2 项（不符）']);
    assert.deepEqual(lists('五不准：不准吃请，不准收礼等。'), []);
    assert.deepEqual(lists('落实五不准，不准吃请，不准收礼。'), []);
  });

  it('is held against an unbroken row of points, of which there are fewer than nine', () => {
    assert.deepEqual(lists('抓好三项工作：一是学；二是查；三是改。'), []);
    assert.deepEqual(lists('抓好三项工作：一是学；二是查。'), ['1 “三项工作”列出 2 项（不符）']);
    assert.deepEqual(lists('抓好三项工作：第一要学；第二要查。'), ['1 “三项工作”列出 2 项（不符）']);
    assert.deepEqual(lists('抓好三项工作：一是学；三是改。'), []);
    assert.deepEqual(lists('抓好三项工作，一、学；二、查。'), ['1 “三项工作”列出 2 项（不符）']);
    const many = Array.from('一二三四五六七八九', (ordinal) => `${ordinal}是甲`).join('；');
    assert.deepEqual(lists(`抓好十项工作：${many}；十是乙。`), []);
  });

  it('counts points in their order only', () => {
    assert.deepEqual(lists('二是前文。抓好三项工作：一是学；三是改；二是查。'), [
      '1 “三项工作”列出 2 项（不符）',
    ]);
  });

  it('is held against numbered paragraphs below it, as far as they follow in order', () => {
    const items = (...numbers: string[]) =>
      lists('有下列三种情形：', ...numbers.map((number) => `（${number}）甲`));
    assert.deepEqual(items('一', '二', '三'), []);
    assert.deepEqual(items('一', '二', '三', '四'), ['1 “下列三种情形”列出 4 项（不符）']);
    assert.deepEqual(items('一', '二', '四'), ['1 “下列三种情形”列出 2 项（不符）']);
    assert.deepEqual(items('一'), []);
    assert.deepEqual(items(), []);
    assert.deepEqual(lists('分为两类:', ' (一)甲', '正文', '（二）乙'), []);
    assert.deepEqual(lists('  分为三类：  ', '  （一）甲', '(二)乙'), ['1 “分为三类”列出 2 项（不符）']);
    assert.deepEqual(lists('有下列三种情形。', '（一）甲', '（二）乙'), []);
    assert.deepEqual(lists('情形如下：', '（一）甲', '（二）乙'), []);
    assert.deepEqual(lists('有下列三种情形：', '见（一）甲', '见（二）乙'), []);
  });
});

describe('Parts after 其中', () => {
  const sums = (text: string) => words(findUnevenSums, [text]);

  it('are doubted where they are more than the whole, be it by one', () => {
    assert.deepEqual(sums('共17人，其中男9人、女9人。'), ['1 “其中”各项 9＋9＝18，多于合计 17人']);
    assert.deepEqual(sums('共17人，其中男9人、女8人。'), []);
  });

  it('are doubted where three or more of them fall short by up to a fifth', () => {
    assert.deepEqual(sums('共20件，其中甲6件、乙6件、丙5件。'), ['1 “其中”各项 6＋6＋5＝17，少于合计 20件']);
    assert.deepEqual(sums('共20件，其中甲6件、乙6件、丙4件。'), ['1 “其中”各项 6＋6＋4＝16，少于合计 20件']);
    assert.deepEqual(sums('共20件，其中甲5件、乙5件、丙5件。'), []);
    assert.deepEqual(sums('共20件，其中甲9件、乙8件。'), []);
  });

  it('may be only some of the whole where the sentence says so', () => {
    for (const word of ['等', '主要', '包括'])
      assert.deepEqual(sums(`共20件，其中${word}甲6件、乙6件、丙5件。`), [], word);
  });

  it('are those of the same sentence, up to the next 其中', () => {
    assert.deepEqual(sums('共17人。其中男9人、女9人。'), []);
    assert.deepEqual(sums('共17人，其中男9人。女9人。'), []);
    assert.deepEqual(sums('共17人，其中男9人、女8人，其中党员8人。'), []);
    assert.deepEqual(sums(`共17人，${'学'.repeat(40)}其中男9人、女9人。`), []);
    assert.deepEqual(sums('其中男9人、女9人。'), []);
  });

  it('may have fractions, which are added as people do', () => {
    assert.deepEqual(sums('共0.3公里，其中甲0.1公里、乙0.2公里。'), []);
  });
});

describe('What came in', () => {
  const sums = (text: string) => words(findUnevenSums, [text]);

  it('is held against what was answered', () => {
    assert.deepEqual(sums('收到意见22条，已回复22条。'), []);
    assert.deepEqual(sums('收到意见22条，已回复23条。'), ['1 办结 23条，多于收到 22条']);
    assert.deepEqual(sums('收到意见22条，已回复21条。'), ['1 收到 22条，办结 21条，余下 1条没有说明去向']);
  });

  it('may leave a rest that is told right behind, not far from it', () => {
    for (const rest of ['其余', '剩余', '尚有', '正在', '列入计划'])
      assert.deepEqual(sums(`收到意见22条，已回复17条，${rest}5条。`), [], rest);
    assert.equal(sums(`收到意见22条，已回复17条，${'学'.repeat(80)}其余5条正在办理。`).length, 1);
    assert.equal(sums('其余不说。收到意见22条，已回复17条。').length, 1);
    assert.equal(sums('收到意见22条，已回复23条，其余正在办理。').length, 1);
  });

  it('is another thing where it is counted in another unit', () => {
    assert.deepEqual(sums('收到意见22条，已解决17个。'), []);
  });
});

describe('Words that stand twice', () => {
  const repeated = (...paragraphs: string[]) => words(findRepeated, paragraphs);
  const CLAUSE = '促进人口均衡发展';
  const LONG = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨';

  it('are a clause of eight characters in one sentence', () => {
    const twice = (clause: string, between: string) => repeated(`${clause}，推进改革${between}${clause}。`);
    assert.deepEqual(twice(CLAUSE, '，'), [`1 “${CLAUSE}”在一句里出现两次`]);
    assert.deepEqual(twice(CLAUSE.slice(1), '，'), []);
    for (const end of '。；！？') assert.deepEqual(twice(CLAUSE, end), [], end);
  });

  it('are a passage of thirty-six characters in one paragraph or the next', () => {
    assert.equal(LONG.length, 36);
    const told = `“${LONG.slice(0, 16)}…”等 36 个字已见`;
    assert.deepEqual(repeated(LONG, `又${LONG}`), [`2 ${told}第 1 段`]);
    assert.deepEqual(repeated(`甲${LONG}。乙${LONG}`), [`1 ${told}本段前面`]);
    assert.deepEqual(repeated(LONG, '别的话。', LONG), []);
    assert.deepEqual(repeated(LONG.slice(1), LONG.slice(1)), []);
    assert.deepEqual(repeated('别的话。', LONG), []);
  });

  it('are told as far as they agree, wherever the passage begins', () => {
    for (const before of ['', '一', '一二三', '一二三四五六七八九十'])
      for (const after of ['', '子丑']) {
        const [first, second] = [`${before}${LONG}寅`, `卯辰${LONG}${after}`];
        const [doubt] = findRepeated([first, second]);
        assert.equal(doubt?.words, LONG, `${before} ${after}`);
        assert.equal(doubt?.at, 2);
      }
  });

  it('are told each, and once each', () => {
    const other = Array.from(LONG).reverse().join('');
    assert.deepEqual(repeated(`${LONG}。${other}`, `${LONG}，甲乙，${other}`).length, 2);
  });

  it('are right where they name a title, or in a law', () => {
    const titled = `《${LONG.slice(1)}》的通知`;
    assert.deepEqual(repeated(titled, titled), []);
    const law = ['第一条 甲', '第二条 乙', '第三条 丙'];
    assert.deepEqual(repeated(...law, LONG, LONG), []);
    assert.deepEqual(repeated(...law, `${CLAUSE}，推进改革，${CLAUSE}。`), []);
    assert.deepEqual(repeated(...law.slice(1), LONG, LONG).length, 1);
  });
});
