import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNormalForm } from '../../../src/domain/search/normal-form.ts';
import { isGb2312 } from '../../../src/domain/search/gb2312.ts';
import { commonVariants } from '../../../src/domain/search/variants.ts';
import { simplificationTable } from '../../../src/search/traditional.ts';
import traditional from 'opencc-js/dict/TSCharacters';

const normalise = createNormalForm(simplificationTable());
const units = (text: string): string => normalise(text).units.join(' ');

test('every letter is a unit, and a run of Latin letters or digits is one', () => {
  assert.equal(units('第15号COVID疫苗'), '第 15 号 covid 疫 苗');
  assert.equal(units('Straße café 3A'), 'straße café 3a');
});

test('full-width letters, circled and compatibility characters become plain ones', () => {
  assert.equal(units('ＣＯＶＩＤ２０２６年①㎡'), 'covid2026 年 1m2');
  assert.equal(units('㈠ ⑴'), '一 1');
});

test('white space, quotation marks, brackets, title marks and middle dots vanish', () => {
  assert.equal(
    units('《“两 手　抓”》（试行）〔2026〕5号·卡尔•马克思'),
    '两 手 抓 试 行 2026 5 号 卡 尔 马 克 思',
  );
});

test('what vanishes still ends a run, so a document number keeps its own number', () => {
  assert.equal(units('国发〔2018〕12号'), '国 发 2018 12 号');
});

test('a run of other punctuation is one separator, whatever it is made of', () => {
  assert.equal(units('没有调查，没有发言权'), units('没有调查,没有发言权'));
  assert.equal(units('好。”，又'), '好 , 又');
  assert.equal(units('怎么办？！——看'), '怎 么 办 , 看');
  assert.equal(units('95%'), '95 ,');
});

test('Traditional and variant characters become Simplified, one for one', () => {
  assert.equal(units('學習羣衆裡藉口衞生'), units('学习群众里借口卫生'));
  assert.equal(units('乾部著作瞭解'), units('干部着作了解'));
});

test('letters with separate accents are those with built-in ones', () => {
  assert.deepEqual(normalise('cafe\u0301').units, ['café']);
  assert.deepEqual(normalise('か\u3099').units, ['が']);
});

const SPELLINGS =
  '幹部 干部,後果 后果,裏面 里面,裡面 里面,羣衆 群众,群眾 群众,爲民 为民,為民 为民,著力 着力,藉口 借口,儘管 尽管,瞭解 了解,複雜 复杂,鬥爭 斗争,準則 准则,' +
  '證據 证据,體制 体制,發展 发展,頭髮 头发,曆法 历法,歷史 历史,臺灣 台湾,颱風 台风,隻身 只身,祇有 只有,麵包 面包,關係 关系,鬆散 松散,捨棄 舍弃,徵收 征收,' +
  '乾淨 干净,穀物 谷物,禦寒 御寒,彙報 汇报,匯報 汇报,滙報 汇报,計劃 计划,佈置 布置,佔領 占领,週期 周期,遊覽 游览,衝突 冲突,蒐集 搜集,併購 并购,託付 托付,' +
  '怎麼 怎么,什麼 什么,多麽 多么,慾望 欲望,喫飯 吃饭,陞級 升级,僱員 雇员,線索 线索,綫索 线索,峯會 峰会,啓動 启动,啟動 启动,戶口 户口,覈實 核实,蹟象 迹象,' +
  '讚成 赞成,註冊 注册,鉅額 巨额,倖免 幸免,閒置 闲置,採取 采取,剷除 铲除,諮詢 咨询,汚染 污染,纔能 才能,鑑定 鉴定,鹼性 碱性,堿性 碱性,濶步 阔步,踫撞 碰撞';

test('Traditional spellings of one word in everyday use have the form of the Simplified one', () => {
  for (const pair of SPELLINGS.split(',')) {
    const [traditional = '', simple = ''] = pair.split(' ');
    assert.equal(units(traditional), units(simple), pair);
  }
});

test('every unit knows where it stands in the text', () => {
  const text = '“𠮷野”，２０２６年';
  const { units: found, starts, ends } = normalise(text);
  assert.deepEqual(
    found.map((_, at) => text.slice(starts[at], ends[at])),
    ['𠮷', '野', '，', '２０２６', '年'],
  );
});

test('a text of GB 2312 characters has the same form without the table of Traditional ones', () => {
  const plain = createNormalForm(new Map());
  for (const entry of traditional.split('|')) {
    const source = entry.split(' ')[0]!;
    if (isGb2312(source)) assert.deepEqual(plain(source).units, normalise(source).units, source);
  }
  for (const standard of commonVariants.values()) assert.ok(isGb2312(standard), standard);
});

test('what the table yields is not folded any further', () => {
  const table = simplificationTable();
  for (const [source, target] of table) assert.equal(units(source), units(target), source + target);
});

test('radicals are the ideographs that they are drawn as, of both blocks, and then Simplified', () => {
  assert.equal(units('⼈⺠群众，⻓期'), units('人民群众，长期'));
  assert.equal(units('用⼾'), '用 户');
});

test('○ and Ｏ among Chinese figures are 〇, elsewhere what they were', () => {
  assert.equal(units('二○二六年'), units('二〇二六年'));
  assert.equal(units('二Ｏ二六年，二○○八'), '二 〇 二 六 年 , 二 〇 〇 八');
  assert.equal(units('○ 甲 ＣＯ２'), ', 甲 co2');
});

test('selectors of variants vanish, and break nothing', () => {
  assert.equal(units('葛\u{e0100}城，辻\u{e0100}村'), units('葛城，辻村'));
  assert.deepEqual(normalise('葛\u{e0100}城').ends, [3, 4]);
});

test('what is folded keeps its place in the text', () => {
  const text = '⼈二○年';
  const { units: found, starts, ends } = normalise(text);
  assert.deepEqual(found, ['人', '二', '〇', '年']);
  assert.deepEqual(
    [starts, ends],
    [
      [0, 1, 2, 3],
      [1, 2, 3, 4],
    ],
  );
});
