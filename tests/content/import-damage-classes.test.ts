import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { importFile, type ImportedFile } from '../../src/import/import-file.ts';
import { reportFile } from '../../src/import/report.ts';
import { pageOfFile } from '../../src/import/report-page.ts';
import { RULES } from '../../src/import/rules/all-rules.ts';

const folder = join(resolve(process.env.ZHIXING_SHARED ?? '../shared'), 'seeds');
const files = existsSync(folder) ? readdirSync(folder).sort() : [];

/** Each class of damage with the seeds it is in, and the lines of the report, each a pattern, by which an editor sees it. */
const CLASSES: readonly [name: string, shown: Record<string, readonly RegExp[]>][] = [
  ['D1 web boilerplate', { '000': [/去掉网页附带文字 10 处/], '001': [/去掉网页附带文字/], '002': [/来源：蚂蚁范文网/] }],
  ['D2 a title several times', { '000': [/去掉重复的标题/], '002': [/去掉重复的标题/], '004': [/去掉重复的标题/] }],
  ['D3 no-break spaces', { '000': [/不换行空格改为普通空格 37 处/] }],
  [
    'D4 half-width punctuation',
    Object.fromEntries(['000', '001', '002', '003', '004'].map((seed) => [seed, [/汉字之间的半角标点改为全角 \d+ 处/]])),
  ],
  ['D5 pinyin notes', { '001': [/去掉字后的拼音注音 83 处/] }],
  ['D6 damaged characters', { '001': [/第 1 段“.*勇\?lián\)敗_B日.*”：文字损坏，无法自动还原/] }],
  ['D7 Traditional characters', { '001': [/繁体转为简体 571 处/] }],
  ['D8 page breaks within sentences', { '003': [/接上被分页截断的段落 6 处/] }],
  ['D9 two documents in one file', { '003': [/一个文件分成 2 篇/, /分篇依据：标题“.*”与署名“.*”/] }],
  ['D10 doubled passages', { '003': [/等 39 个字已见第 17 段/, /在一句里出现两次/] }],
  ['D11 stray words', { '003': [/汉字之间夹有“and”/] }],
  ['D12 quotes without their other half', { '003': [/： *” 在本段没有另一半/], '004': [/： *“ 在本段没有另一半/] }],
  ['D13 blanks', { '002': [/本段有 7 处空缺/, /空缺处标明“原文空缺” 9 处/] }],
  [
    'D14 deleted names of places',
    {
      '004': [
        /“.*在港综合.*”：前面像是删去了地名/,
        /《群岛新区.*”：书名号里像是删去了开头的地名/,
        /“健康”的.*：引号里像是删去了地名/,
        /“平安”建.*：引号里像是删去了地名/,
      ],
    },
  ],
  [
    'D15 mistyped words',
    {
      '000': [/改革开放 40.*：词语和数字之间多出空格/],
      '002': [/“总经经验”疑为“总结经验”之误/, /“疏理”疑为“梳理”之误/],
      '004': [/“结对帮抚”疑为“结对帮扶”之误/, /“有会新的”疑为“会有新的”之误/],
    },
  ],
  [
    'D16 days of web pages taken for those of texts',
    { '002': [/网页日期 2021-03-24 不是成文日期/], '004': [/网页日期 2022-05-02 与此相差 10 年，不是成文日期/] },
  ],
  ['D17 forms of headings', { '002': [/序号“1、”改为“1\.” 3 处/] }],
  [
    'D18 contacts, and where a text is from',
    { '000': [/去掉电话、QQ、邮箱行/, /网页日期：2018-06-20/], '001': [/去掉电话、QQ、邮箱行/], '002': [/来源网址：http/] },
  ],
];

describe(
  'The report on the seed texts shows',
  { skip: files.length === 0 && 'the folder with the seed texts is not here' },
  () => {
    const reports = new Map<string, string>();
    const imported = new Map<string, ImportedFile>();
    before(async () => {
      for (const name of files) {
        const bytes = readFileSync(join(folder, name));
        const file = await importFile(name, bytes, { rules: RULES, units: [], topics: [] });
        imported.set(name.slice(0, 3), file);
        reports.set(name.slice(0, 3), reportFile(name, file, [], true));
      }
    });

    for (const [name, shown] of CLASSES) {
      it(name, () => {
        for (const [seed, patterns] of Object.entries(shown))
          for (const pattern of patterns) assert.match(reports.get(seed) ?? '', pattern, seed);
      });
    }

    it('headings of every form at their levels, bold ones as headings', () => {
      const body = (seed: string) => imported.get(seed)?.articles[0]?.draft.body ?? '';
      assert.match(body('002'), /\n一、指导思想\n/);
      assert.match(body('000'), /\n## 锐意进取\n/);
      assert.doesNotMatch(body('002'), /^\d、/m);
    });

    it('both texts side by side on the page, and every doubt', () => {
      for (const [seed, file] of imported) {
        const page = pageOfFile(seed, file, [], true);
        assert.match(page, /原文与整理稿对照/);
        for (const { article } of file.articles)
          for (const { reason } of article.doubts) assert.ok(page.includes(reason.slice(0, 4)), reason);
      }
    });
  },
);
