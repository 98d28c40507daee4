import { bareName, fillPattern } from '../domain/essays/file-name.ts';
import type { Visibility } from '../domain/visibility.ts';
import { countedAs, lengthWords } from '../domain/essays/wording.ts';
import { shortNameOf } from '../domain/units.ts';
import type { Essay } from '../site/essays.ts';
import { zh } from '../strings/zh.ts';

/** What a call says, point by point, and the names of the points on which it is silent. */
export interface CallFacts {
  stated: { name: string; words: string[] }[];
  silent: string[];
}

/**
 * The points of a call apart from its campaign, deadline and units, in the order in which its pages and papers name them; a phone number
 * only where the site is internal.
 */
export function essayFacts(essay: Essay, audience: Visibility['audience']): CallFacts {
  const { format, length, submitTo } = essay;
  const long = length && lengthWords(length);
  const unit = essay.asked[0]?.unit;
  const example = (pattern: string) =>
    fillPattern(pattern, {
      ...(unit ? { 单位: shortNameOf(unit) } : {}),
      ...(essay.kind ? { 种类: essay.kind } : {}),
    }).replace(/[{}]/g, '');
  const withExample = (pattern: string | undefined, ending = '') =>
    pattern === undefined
      ? []
      : [
          pattern.replace(/[{}]/g, ''),
          ...(pattern.includes('{') ? [zh['essay.example'](bareName(example(pattern)) + ending)] : []),
        ];
  const faces = format
    ? [
        format.paper && `${zh['essay.paper']}：${format.paper}`,
        format.margins && `${zh['essay.margins']}：${format.margins}`,
        (format.titleFont ?? format.titleSize) &&
          `${zh['essay.titleFace']}：${[format.titleSize, format.titleFont].filter(Boolean).join(' ')}`,
        (format.bodyFont ?? format.bodySize) &&
          `${zh['essay.bodyFace']}：${[format.bodySize, format.bodyFont].filter(Boolean).join(' ')}`,
        format.headings &&
          `${zh['essay.headings']}：${format.headings.map((face, level) => `${zh['essay.headingLevels'][level] ?? ''} ${face}`).join('；')}`,
        format.lineSpacing && zh['essay.linePitch'](format.lineSpacing),
        format.note,
      ]
    : [];
  const rows: [string, (string | undefined | false | 0)[]][] = [
    [zh['essay.kind'], [essay.kind]],
    [zh['essay.genres'], [essay.genres?.join('、')]],
    [zh['essay.writers'], [essay.writers]],
    [zh['essay.quota'], [essay.quota]],
    [zh['essay.topics'], essay.topics ?? []],
    [zh['essay.length'], [long && length ? `${long}（${countedAs(length)}）` : undefined]],
    [zh['essay.format'], faces],
    [zh['essay.submitTo'], [submitTo?.office]],
    [zh['essay.routes'], [submitTo?.routes?.join('、')]],
    [zh['essay.subjectLine'], withExample(essay.subjectLine)],
    [zh['essay.fileName'], withExample(essay.fileName, '.docx')],
    [zh['essay.copies'], [essay.copies]],
    [zh['essay.approval'], [essay.approval]],
    [zh['essay.confidentiality'], [essay.confidentiality]],
    [zh['essay.awards'], essay.awards ?? []],
    [zh['essay.attachments'], [essay.attachments?.join('、')]],
    [zh['essay.contact'], [essay.contact]],
  ];
  if (audience === 'internal') rows.push([zh['essay.phone'], [submitTo?.phone]]);
  const said = rows.map(([name, words]) => ({
    name,
    words: words.filter((word) => typeof word === 'string' && word !== '') as string[],
  }));
  return {
    stated: said.filter(({ words }) => words.length > 0),
    silent: said.filter(({ words }) => words.length === 0).map(({ name }) => name),
  };
}
