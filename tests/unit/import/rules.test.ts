import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../src/import/edits.ts';
import { contactLines } from '../../../src/import/rules/contact-lines.ts';
import { forbiddenCharacters } from '../../../src/import/rules/forbidden-characters.ts';
import { fullWidthPunctuation } from '../../../src/import/rules/full-width-punctuation.ts';
import { htmlComments } from '../../../src/import/rules/html-comments.ts';
import { invisibleCharacters } from '../../../src/import/rules/invisible-characters.ts';
import { lineEnds } from '../../../src/import/rules/line-ends.ts';
import { noBreakSpaces } from '../../../src/import/rules/no-break-spaces.ts';
import { pageBreakJoins } from '../../../src/import/rules/page-break-joins.ts';
import { pinyinNotes } from '../../../src/import/rules/pinyin-notes.ts';
import { repeatedTitles } from '../../../src/import/rules/repeated-titles.ts';
import type { Rule, SourceFormat } from '../../../src/import/rules/rule.ts';
import { isTraditional, simplify } from '../../../src/import/rules/simplify.ts';
import { trimSpaces } from '../../../src/import/rules/trim-spaces.ts';
import { visibleBlanks } from '../../../src/import/rules/visible-blanks.ts';
import { webFurniture } from '../../../src/import/rules/web-furniture.ts';

const PARAGRAPH =
  '各科室、各窗口要从群众最急的事做起，把办事指南贴在门口，把材料清单减到三张以内，谁受理谁负责到底，当天能办的当天办完，不能办的当面说明理由并约定时间。';

function after(rule: Rule, text: string, form: SourceFormat = 'plain'): string {
  return applyEdits(text, rule.edits(text, form));
}

function staysAsItIs(rule: Rule, ...texts: string[]): void {
  for (const text of texts) assert.equal(after(rule, text), text);
}

describe('line ends and unseen characters', () => {
  it('make every kind of line end a Unix one', () => {
    assert.equal(after(lineEnds, '甲\r\n乙\r丙'), '甲\n乙\n丙');
    assert.equal(after(forbiddenCharacters, '丙\u2028丁\f戊\v己\u0085庚'), '丙\n丁\n戊\n己\n庚');
  });
  it('lose zero-width spaces and control codes, and nothing else', () => {
    assert.equal(after(invisibleCharacters, '血\u200b液中\u00ad心'), '血液中心');
    assert.equal(after(forbiddenCharacters, '血液\ufeff中\u202e心\u0007'), '血液中心');
    for (const rule of [invisibleCharacters, forbiddenCharacters]) staysAsItIs(rule, '血液\t中心\n');
  });
  it('lose in Markdown the codes of what no text may hold, but not where codes are shown', () => {
    const text = '甲&#27;乙\u001b `&#27;` \\&#27; [丙](/a%1b/)';
    assert.equal(after(forbiddenCharacters, text, 'markdown'), '甲乙 `&#27;` \\&#27; [丙](/a/)');
    assert.equal(after(forbiddenCharacters, text), text.replace('\u001b', ''));
  });
  it('leave the marks that readers set', () => {
    const marked = '甲\u001f乙\u001d\u001e\u001c';
    assert.equal(after(forbiddenCharacters, `${marked}\u001b`, 'rich'), marked);
  });
  it('keep a tab in Markdown, where it may mean something', () => {
    assert.equal(after(noBreakSpaces, '甲\u00a0乙\t丙'), '甲 乙 丙');
    assert.equal(after(noBreakSpaces, '甲\u00a0乙\t丙', 'markdown'), '甲 乙\t丙');
  });
  it('trim full-width indents, and leave spaces within a line', () => {
    assert.equal(after(trimSpaces, '\u3000\u3000为群众办事 \n  第二段\n甲 乙'), '为群众办事\n第二段\n甲 乙');
  });
  it('keep the indent of Markdown lists', () => {
    assert.equal(after(trimSpaces, '- 甲\n  - 乙 \n', 'markdown'), '- 甲\n  - 乙\n');
  });
  it('take comments out of Markdown only', () => {
    assert.equal(after(htmlComments, '甲<!-- 注\n释 -->乙', 'markdown'), '甲乙');
    staysAsItIs(htmlComments, '甲<!-- 注 -->乙');
  });
});

describe('full-width punctuation', () => {
  it('replaces half-width marks between Chinese and at the end of a line', () => {
    assert.equal(
      after(fullWidthPunctuation, '同志们:学习,学习,再学习!怎么办?'),
      '同志们：学习，学习，再学习！怎么办？',
    );
  });
  it('replaces a mark between a figure and Chinese', () => {
    assert.equal(
      after(fullWidthPunctuation, '收到22条,办结17条;每组不超过5人,不陪同'),
      '收到22条，办结17条；每组不超过5人，不陪同',
    );
    assert.equal(after(fullWidthPunctuation, '微信、APP,全面开放'), '微信、APP，全面开放');
  });
  it('leaves dates, times, numbers, addresses and telephone numbers alone', () => {
    staysAsItIs(
      fullWidthPunctuation,
      '2018-06-20 11:39:22',
      '共1,500字',
      '比分3:2',
      '见 https://example.gov.cn:8080/a,b?c=d;e 页',
      '0516-0000000,8001',
      'Hello, world! (About Us)',
    );
  });
  it('replaces brackets as a pair, where they hold Chinese or a figure beside Chinese', () => {
    assert.equal(
      after(fullWidthPunctuation, '党委(扩大)会议,(一)加强领导'),
      '党委（扩大）会议，（一）加强领导',
    );
    assert.equal(after(fullWidthPunctuation, '(1)先登记'), '（1）先登记');
    assert.equal(after(fullWidthPunctuation, '通知(见附件(二)),请照办'), '通知（见附件（二）），请照办');
    staysAsItIs(fullWidthPunctuation, '本站介绍(About Us)', '只有一半(的括号', '只有一半)的括号');
  });
  it('leaves straight quotation marks and damaged places untouched', () => {
    assert.equal(after(fullWidthPunctuation, '注明"来源:某网"的稿件'), '注明"来源：某网"的稿件');
    staysAsItIs(fullWidthPunctuation, '就是勇?lián)敗_B日來');
  });
  it('leaves the target of a Markdown link untouched', () => {
    staysAsItIs(fullWidthPunctuation, '[流程图](图(一).png)');
  });
});

describe('pinyin notes', () => {
  it('go after a Chinese character, toned, toneless or with several readings', () => {
    assert.equal(
      after(pinyinNotes, '醫(yī)療衛(wèi)生,兩年(nian)來,因为(wéi / wèi)好了(le/liǎo)'),
      '醫療衛生,兩年來,因为好了',
    );
    assert.equal(after(pinyinNotes, '绿（lǜ）色'), '绿色');
  });
  it('are told from English and from places where no character stands before', () => {
    staysAsItIs(
      pinyinNotes,
      '本站介绍(About Us)',
      '手机(app)办事',
      '某网(WWW.EXAMPLE.CN)',
      '(yī)',
      '标准(pdf)下载',
      '勇?lián)敗_B日',
    );
  });
});

describe('Traditional to Simplified', () => {
  it('converts a Traditional text character by character', () => {
    assert.equal(after(simplify, '衛健系統發展醫療事業'), '卫健系统发展医疗事业');
  });
  it('leaves a Simplified text with a few old characters as it is', () => {
    const text = `${PARAGRAPH}著名书法家题写“為民”二字。`;
    assert.equal(isTraditional(text), false);
    staysAsItIs(simplify, text);
  });
  it('leaves a damaged place exactly as found', () => {
    assert.equal(
      after(simplify, '轉作風就要勇?lián)敗_B日來,全市衛健系統'),
      '转作风就要勇?lián)敗_B日来,全市卫健系统',
    );
  });
  it('does not replace words of the other side of the strait', () => {
    assert.equal(after(simplify, '資訊與軟體的發展'), '资讯与软体的发展');
  });
});

describe('web furniture', () => {
  const page = [
    '当前位置:首页 > 健康 > 正文',
    '来源:某某网 | 时间:2021-03-24 11:39:22 | 移动端:标题',
    '转作风、优服务工作综述',
    PARAGRAPH,
    '扫描关注某某网微信公众号,第一时间获取更多精彩内容。',
    '本文地址:http://www.example.cn/a/2018-06-20/1.html',
    '免责声明:凡本网未注明来源的稿件均转载自其它媒体,如涉及版权等问题请与本网联系。',
    '本站介绍(About Us) | 免责声明 | 联系我们',
    'Copyright © 2009 - 2019 某某网. All Rights Reserved',
    '增值电信业务经营许可证:云B2-00000000 云ICP备00000000号-1',
  ].join('\n');

  it('goes before and after the text', () => {
    assert.equal(after(webFurniture, page), `转作风、优服务工作综述\n${PARAGRAPH}\n`);
  });
  it('names the kind of every line', () => {
    const notes = webFurniture.edits(page, 'plain').map((edit) => edit.note);
    assert.deepEqual(notes, [
      '位置导航',
      '来源时间',
      '关注提示',
      '本文地址',
      '免责声明',
      '页脚链接',
      '版权',
      '备案许可',
    ]);
  });
  it('is never looked for inside the text', () => {
    staysAsItIs(webFurniture, `${PARAGRAPH}\n转载请注明出处\n${PARAGRAPH}`);
  });
  it('is told from titles and paragraphs that use the same words', () => {
    staysAsItIs(
      webFurniture,
      `危险废物经营许可证管理办法\n${PARAGRAPH}`,
      `时间安排从四月到六月\n${PARAGRAPH}`,
      `${PARAGRAPH}\n各单位要关注微信公众号上的留言，逐条回复，${PARAGRAPH}`,
    );
  });
  it('takes a site name off the first paragraph', () => {
    assert.equal(after(webFurniture, `某某网 云川健康:${PARAGRAPH}`), PARAGRAPH);
  });
  it('leaves contact lines to their own rule', () => {
    const text = `${PARAGRAPH}\n联系电话:0000-1234567     客服QQ:100000000     邮箱: a@example.cn`;
    staysAsItIs(webFurniture, text);
    assert.equal(after(contactLines, text), `${PARAGRAPH}\n`);
  });
  it('takes no sentence for a contact line', () => {
    staysAsItIs(
      contactLines,
      `${PARAGRAPH}\n开通热线电话以来，共接听1234567个电话。`,
      `联系电话制度\n${PARAGRAPH}`,
    );
  });
});

describe('repeated titles', () => {
  it('stand once, where they stand first', () => {
    assert.equal(
      after(repeatedTitles, `转作风实施方案\n\n转作风实施方案\n${PARAGRAPH}\n转作风 实施方案`),
      `转作风实施方案\n\n${PARAGRAPH}\n`,
    );
  });
  it('give way to the article’s own title where a secondary title says them again', () => {
    const text = `云川市卫生健康委召开学习会\n作风建设再提速\n——市卫生健康委召开学习会\n${PARAGRAPH}`;
    assert.equal(after(repeatedTitles, text), `作风建设再提速\n——市卫生健康委召开学习会\n${PARAGRAPH}`);
  });
  it('do not include headings that a table of contents repeats', () => {
    staysAsItIs(repeatedTitles, `管理办法\n第一章 总则\n第二章 附则\n第一章 总则\n${PARAGRAPH}`);
  });
  it('do not include a law named in title marks', () => {
    staysAsItIs(repeatedTitles, `云川市献血条例\n关于修改\n〈云川市献血条例〉\n的决定\n${PARAGRAPH}`);
  });
});

describe('blanks', () => {
  it('are made visible in running text', () => {
    assert.equal(
      after(visibleBlanks, '从20__年__月___日起，__市'),
      '从20〔原文空缺〕年〔原文空缺〕月〔原文空缺〕日起，〔原文空缺〕市',
    );
  });
  it('are told from lines to write on, from names and from damage', () => {
    staysAsItIs(visibleBlanks, '姓名：________', '文件 my__file 里', '勇?lián)敗_B日', '甲_乙');
  });
});

describe('paragraphs that a page break has cut', () => {
  it('are joined in the middle of a sentence', () => {
    assert.equal(
      after(pageBreakJoins, '逐条记录。窗口人员先查一查，自\n\n己的事办完了吗？'),
      '逐条记录。窗口人员先查一查，自己的事办完了吗？',
    );
    assert.equal(
      after(pageBreakJoins, '减材料。把窗口搬到病\n\n房门口，当天办完。'),
      '减材料。把窗口搬到病房门口，当天办完。',
    );
  });
  it('are joined over several breaks', () => {
    assert.equal(
      after(pageBreakJoins, '先查。再看一\n\n看，再问一\n\n问，最后办。'),
      '先查。再看一\n\n看，再问一问，最后办。'.replace('一\n\n看', '一看'),
    );
  });
  it('are joined where every line has a fixed width', () => {
    const lines =
      '献血条例\n为因应季节变化的需要，依照本条例第二十七条第一项第三款及第一百七\n十四条的规定，制定办法如左：';
    assert.equal(after(pageBreakJoins, lines), lines.replace('七\n十', '七十'));
  });
  it('are told from titles, headings, credits and lines that end whole', () => {
    staysAsItIs(
      pageBreakJoins,
      '到石桥县学习窗口服务，并召开科室负责人座谈会\n窗口服务要从细处改起，要抓紧。',
      '学习分三步走。从九月到年底依次是——\n\n第一，逐条对照。',
      '要抓紧。落实到人\n\n一、指导思想',
      '要抓紧。落实到人\n\n锐意进取',
      '要抓紧。落实到人\n\n——记学习会，一场讨论',
      '要抓紧。会议选出下列人员，\n委员长，\n秘书长。',
    );
  });
});
