import { stampLines } from '../domain/forms/stamp.ts';
import { writeDocument } from '../office/document/write-document.ts';
import { formDocument, type Papers, type PaperSheet } from '../office/form-document.ts';
import { formWorkbook, isTabular } from '../office/form-workbook.ts';
import { writeWorkbook } from '../office/workbook/write-workbook.ts';
import type { Facts, Form } from '../print/form.ts';
import { ARCHIVE_ROWS } from '../print/forms/archive.ts';
import { FORMS } from '../print/forms/all-forms.ts';
import { packOf } from '../print/pack.ts';
import { schedulePaper } from '../print/schedule-paper.ts';
import { zh } from '../strings/zh.ts';
import { getCatalog } from './library.ts';
import { pageFormats } from './page-formats.ts';
import { packSource } from './pack-source.ts';
import type { UnitSchedule } from './schedules.ts';

/** What every blank form says of itself: what a file holds is known, and the office's own rules for visits. */
export async function blankFacts(): Promise<Facts> {
  const { site } = await getCatalog();
  return { tables: { archive: ARCHIVE_ROWS }, notes: { visitRules: site.print?.visitRules } };
}

/** A blank form as a .docx file. */
export async function formFile({ title, sheets }: Form): Promise<Uint8Array> {
  const facts = await blankFacts();
  return paperFile({ title, sheets: sheets.map((sheet) => ({ sheet, facts })) });
}

async function paperFile(papers: Pick<Papers, 'title' | 'sheets' | 'stamp'>): Promise<Uint8Array> {
  const { site } = await getCatalog();
  const formats = await pageFormats();
  const isSealed = site.print?.sealed;
  return writeDocument(formDocument({ ...papers, creator: site.organisation, formats, isSealed }));
}

/** The tables of a blank form as an .xlsx file. */
export async function formTables({ title, sheets }: Form): Promise<Uint8Array> {
  const { site } = await getCatalog();
  return writeWorkbook(formWorkbook(title, site.organisation, sheets, await blankFacts()));
}

/** The forms that have tables. */
export const TABULAR_FORMS: readonly Form[] = FORMS.filter(({ sheets }) => sheets.some(isTabular));

/** The 学习计划安排表 of a unit as a .docx file. */
export async function scheduleFile(of: UnitSchedule): Promise<Uint8Array> {
  return unitFile(of, zh['office.schedule'], schedulePaper(await packSource(of)));
}

/** Every other sheet of a unit's print pack as a .docx file, filled: notices, sign-in sheets, records and what else a meeting leaves behind. */
export async function packFile(of: UnitSchedule): Promise<Uint8Array> {
  const parts = packOf(await packSource(of)).filter(({ kind }) => kind !== 'plan');
  return unitFile(
    of,
    zh['office.pack'],
    parts.flatMap(({ sheets }) => sheets),
  );
}

async function unitFile(of: UnitSchedule, name: string, sheets: readonly PaperSheet[]): Promise<Uint8Array> {
  const { unit, plan } = of;
  const stamp = stampLines({ unit: unit.name, plan: plan.title, updated: plan.revised });
  const title = `${unit.name}${name}`;
  return paperFile({ title, sheets, stamp });
}
