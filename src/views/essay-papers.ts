import type { DeadlineResult } from '../domain/deadlines/deadline.ts';
import { dueWords } from '../domain/essays/due.ts';
import { fillPattern } from '../domain/essays/file-name.ts';
import { wholeFormat } from '../domain/essays/format.ts';
import { countedAs, lengthWords } from '../domain/essays/wording.ts';
import { shortNameOf } from '../domain/units.ts';
import { essayTemplate } from '../ooxml/essay-template.ts';
import type { Essay } from '../site/essays.ts';
import type { Unit } from '../site/site.ts';
import { paperWords } from '../strings/essay-papers.ts';
import { zh } from '../strings/zh.ts';

/** The template and cover sheet of a call for one unit, as the bytes of a .docx file. */
export function essayPapers(essay: Essay, unit: Unit, result: DeadlineResult): Uint8Array {
  const { title, kind, genres, length, submitTo, format } = essay;
  const silent = zh.unknownInSource;
  const known = { 单位: shortNameOf(unit), ...(kind ? { 种类: kind } : {}) };
  const asked = length && lengthWords(length);
  return essayTemplate({
    title,
    issuer: essay.in.organiser,
    format: wholeFormat(format),
    words: paperWords.template,
    cover: [
      { name: zh['essay.units'], value: unit.name },
      { name: zh['essay.kind'], value: (genres && zh['essay.anyOf'](genres)) ?? kind ?? silent },
      { name: paperWords.essayTitle, value: '' },
      { name: zh['essay.writers'], value: '' },
      { name: paperWords.post, value: '' },
      {
        name: paperWords.characters,
        value:
          paperWords.blankCount +
          (asked && length ? `（${paperWords.asked(asked)}；${countedAs(length)}）` : ''),
      },
      { name: zh['essays.deadline'], value: dueWords(result) },
      {
        name: zh['essay.submitTo'],
        value: [submitTo?.office ?? silent, submitTo?.phone].filter(Boolean).join('，'),
      },
      { name: zh['essay.routes'], value: submitTo?.routes?.join('、') ?? silent },
      { name: zh['essay.copies'], value: essay.copies ?? silent },
      {
        name: zh['essay.fileName'],
        value: essay.fileName ? fillPattern(essay.fileName, known).replace(/[{}]/g, '') : silent,
      },
      { name: paperWords.review, value: essay.approval ? `\u{3000}（${essay.approval}）` : '' },
      {
        name: paperWords.secrecy,
        value: essay.confidentiality ? `\u{3000}（${essay.confidentiality}）` : '',
      },
    ],
  });
}
