import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  citableFacts,
  officialReference,
  quotation,
  standardReference,
  type Citable,
} from '../../../src/domain/citation.ts';

const ACCESS = { address: 'https://study.example.gov.cn/texts/outline/', on: '2026-11-22' };
const notice: Citable = {
  kind: 'texts',
  title: '关于改进窗口服务的通知',
  date: '2026-09-18',
  issuer: '云川市卫生健康委',
  documentNumber: '云卫发〔2026〕8号',
};
const report: Citable = { kind: 'articles', title: '夜里的接种门诊', date: '2026-11-05' };
const speech: Citable = {
  kind: 'speeches',
  title: '在年中工作会议上的讲话',
  date: '2026-06-30',
  speaker: { role: '云川市卫生健康委主任' },
};

describe('a reference in an official paper', () => {
  test('names title, document number, day and paragraph', () => {
    assert.equal(
      officialReference(notice, [5, 5]),
      '《关于改进窗口服务的通知》（云卫发〔2026〕8号，2026年9月18日）第5段',
    );
  });

  test('names a run of paragraphs by its first and last', () => {
    assert.match(officialReference(notice, [5, 7]), /第5至7段$/);
  });

  test('leaves out what the source does not say, brackets too', () => {
    assert.equal(officialReference({ ...speech, date: null }), '《在年中工作会议上的讲话》');
    assert.equal(officialReference(speech), '《在年中工作会议上的讲话》（2026年6月30日）');
  });

  test('turns title marks inside a title into single ones', () => {
    const title = '关于印发《服务规范》的通知';
    assert.match(officialReference({ ...notice, title }), /^《关于印发〈服务规范〉的通知》/);
  });
});

describe('a quotation', () => {
  test('stands in quotation marks before its reference, with single marks inside', () => {
    assert.equal(
      quotation('说到“马上就办”，\n  就要办。', speech, [3, 3]),
      '“说到‘马上就办’，就要办。”——《在年中工作会议上的讲话》（2026年6月30日）第3段',
    );
  });
});

describe('a reference by GB/T 7714', () => {
  test('to a numbered document is [A/OL] with number, day, day of reading and address', () => {
    assert.deepEqual(standardReference(notice, ACCESS), {
      text: '云川市卫生健康委. 关于改进窗口服务的通知: 云卫发〔2026〕8号[A/OL]. (2026-09-18)[2026-11-22]. https://study.example.gov.cn/texts/outline/.',
      missing: [],
    });
  });

  test('to a newspaper is [N] with the day of publication, never that of the event, and says that the page is missing', () => {
    const printed = { ...report, newspaper: '《云川日报》', byline: '本报记者 王任 谈建荣' };
    assert.deepEqual(standardReference({ ...printed, source: { publishedOn: '2026-11-06' } }, ACCESS), {
      text: '王任, 谈建荣. 夜里的接种门诊[N]. 云川日报, 2026-11-06.',
      missing: ['版次'],
    });
    assert.deepEqual(standardReference(printed, ACCESS), {
      text: '王任, 谈建荣. 夜里的接种门诊[N]. 云川日报.',
      missing: ['见报日期', '版次'],
    });
  });

  test('to a web page is [EB/OL], and what is not known is left out and named', () => {
    assert.deepEqual(standardReference({ ...report, byline: '本报记者' }, ACCESS), {
      text: '夜里的接种门诊[EB/OL]. [2026-11-22]. https://study.example.gov.cn/texts/outline/.',
      missing: ['作者', '发表日期'],
    });
  });

  test('to a speech is [Z/OL] and names the role where the name is not given', () => {
    assert.match(
      standardReference(speech, ACCESS).text,
      /^云川市卫生健康委主任\. 在年中工作会议上的讲话\[Z\/OL\]\. \(2026-06-30\)\[2026-11-22\]\. /,
    );
  });

  test('names three authors, and the others by 等', () => {
    const { text } = standardReference({ ...report, byline: '甲某、乙某、丙某、丁某' }, ACCESS);
    assert.match(text, /^甲某, 乙某, 丙某, 等\. /);
  });

  test('puts a subtitle after the title', () => {
    assert.match(
      standardReference({ ...report, subtitle: '——记疾控中心' }, ACCESS).text,
      /夜里的接种门诊: 记疾控中心\[EB/,
    );
  });
});

test('the facts that a page carries for citing are those that a citation uses', () => {
  const entry = { ...notice, summary: '提要', source: { name: '市政府网', publishedOn: undefined } };
  assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(citableFacts(entry))) as object).sort(), [
    'date',
    'documentNumber',
    'issuer',
    'kind',
    'title',
  ]);
});
