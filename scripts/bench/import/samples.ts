import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { fontEnvironment } from '../../browser/fonts.ts';
import { chineseNumber } from '../../../src/domain/chinese-number.ts';
import type { Truth } from './truth.ts';

/** A file whose words are known, since it was written from them. */
export interface Sample {
  file: string;
  truth: Truth;
}

/** Papers that are written; each in every format. */
const PAPERS = 8;
/** What LibreOffice saves a paper as. */
const SAVED_AS = ['doc', 'rtf', 'odt', 'pdf'];

interface Section {
  heading: string;
  points: string[];
}

interface Paper {
  title: string;
  opening: string;
  sections: Section[];
  table: string[][];
  note: string;
  signature: string;
  day: string;
}

const ROOMS = ['办公室', '档案科', '信息科', '后勤科', '门诊部', '检验科', '药剂科', '人事科'];
const WORKS = [
  '卷宗整理',
  '窗口轮值',
  '设备巡检',
  '书面答复',
  '资料归并',
  '钥匙交接',
  '台账核对',
  '会议记录',
];

function paper(number: number): Paper {
  const room = (at: number) => ROOMS[(number + at) % ROOMS.length]!;
  const work = (at: number) => WORKS[(number * 3 + at) % WORKS.length]!;
  return {
    title: `关于做好${work(0)}和${work(1)}工作的安排`,
    opening: `各科室：为把第${chineseNumber(number + 1)}批事项办实办细，${room(0)}拟了下面的安排，请对照执行，有难处的早说。`,
    sections: [0, 1, 2, 3].map((section) => ({
      heading: `${work(section)}由谁来办`,
      points: [0, 1, 2].map(
        (point) =>
          `${room(section + point)}每周${chineseNumber(point + 1)}把${work(section + point)}的单子理一遍，缺了第${number + point + 2}页的要当天补上，不隔夜。`,
      ),
    })),
    table: [
      ['事项', '牵头', '时限'],
      ...[0, 1, 2, 3].map((row) => [work(row), room(row), `${row + 3}月${number + 5}日前`]),
    ],
    note: `这里说的“当天”，到下班前一刻钟为止，${room(2)}另有约定的除外。`,
    signature: `云川市示例中心${room(0)}`,
    day: `2026年${number + 1}月${number + 11}日`,
  };
}

function truthOf({ title, opening, sections, table, note, signature, day }: Paper): Truth {
  const numbered = sections.flatMap(({ heading, points }, section) => [
    `${chineseNumber(section + 1)}、${heading}`,
    ...points.map((text, point) => `${point + 1}.${text}`),
  ]);
  return {
    words: [title, opening, ...numbered, ...table.flat(), note, signature, day].join(''),
    numbered,
    rows: table,
  };
}

/** The paper as a Word file: numbers set by Word, a table, a footnote. */
function wordFile({ title, opening, sections, table, note, signature, day }: Paper): Document {
  const numbering = (level: number, instance: number) => ({ reference: 'numbers', level, instance });
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  return new Document({
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
            { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.LEFT },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph(note)] } },
    sections: [
      {
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: title, bold: true, size: 44 })],
          }),
          new Paragraph({ children: [new TextRun(opening), new FootnoteReferenceRun(1)] }),
          ...sections.flatMap(({ heading, points }) => [
            new Paragraph({ text: heading, numbering: numbering(0, 0) }),
            ...points.map((text) => new Paragraph({ text, numbering: numbering(1, 0) })),
          ]),
          new Table({ rows: table.map((row) => new TableRow({ children: row.map(cell) })) }),
          new Paragraph(''),
          new Paragraph(signature),
          new Paragraph(day),
        ],
      },
    ],
  });
}

/** The paper as a web page, whose numbers the browser sets. */
function webPage({ title, opening, sections, table, note, signature, day }: Paper): string {
  const items = sections.map(
    ({ heading, points }) =>
      `<li>${heading}<ol>${points.map((text) => `<li>${text}</li>`).join('')}</ol></li>`,
  );
  const rows = table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${opening}</p>
<ol style="list-style-type: cjk-ideographic">${items.join('\n')}</ol><table>${rows.join('\n')}</table><p>${note}</p><p>${signature}</p><p>${day}</p>`;
}

/** Writes papers into a folder, as .docx, as web pages, and in what LibreOffice makes of them where it is there. */
export async function writeSamples(folder: string, hasOffice: boolean): Promise<Sample[]> {
  mkdirSync(folder, { recursive: true });
  const papers = Array.from({ length: PAPERS }, (_, number) => paper(number));
  const samples: Sample[] = [];
  for (const [number, each] of papers.entries()) {
    const file = join(folder, `paper-${number}.docx`);
    writeFileSync(file, await Packer.toBuffer(wordFile(each)));
    samples.push({ file, truth: truthOf(each) });
  }
  const words = samples.map(({ file }) => file);
  for (const [number, each] of papers.entries()) {
    const file = join(folder, `paper-${number}.html`);
    writeFileSync(file, webPage(each));
    samples.push({ file, truth: truthOf(each) });
  }
  if (!hasOffice) return samples;
  const env = { ...process.env, ...(await fontEnvironment()) };
  for (const ending of SAVED_AS) {
    const out = join(folder, ending);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await promisify(execFile)(
      'soffice',
      [profile, '--headless', '--convert-to', ending, '--outdir', out, ...words],
      { env },
    );
    samples.push(
      ...papers.map((each, number) => ({
        file: join(out, `${basename(words[number]!, '.docx')}.${ending}`),
        truth: truthOf(each),
      })),
    );
  }
  return samples;
}
