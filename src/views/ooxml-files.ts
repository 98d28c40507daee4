import { stampLines } from '../domain/forms/stamp.ts';
import { planTable, type PlanTable } from '../domain/schedule/table/plan-table.ts';
import { readingWords } from '../domain/schedule/table/reading-words.ts';
import type { Papers, PaperSheet } from '../ooxml/form-document.ts';
import { isTabular } from '../ooxml/form-workbook.ts';
import type { Facts, Form } from '../papers/form.ts';
import { FORMS } from '../papers/forms/all-forms.ts';
import { ARCHIVE_ROWS } from '../papers/forms/archive.ts';
import { packOf } from '../papers/pack.ts';
import { schedulePaper } from '../papers/schedule-paper.ts';
import type { Site } from '../schemas/collections.ts';
import type { ResolvedSite, UnitSchedule } from '../site/site.ts';
import { zh } from '../strings/zh.ts';
import { packSource, stampOf } from './packs.ts';
import { pageFormats } from './page-formats.ts';
import { onlyPage, type PageKind } from './page.ts';
import { pagesOfSchedules } from './schedules.ts';

/** The props of the page of a blank form. */
export interface FormView {
  form: Form;
  facts: Facts;
  isSealed: boolean;
  /** Whether it has tables that may be filled in Excel. */
  hasTables: boolean;
}

/** What a workbook of a blank form holds. */
export interface FormTablesView {
  form: Form;
  facts: Facts;
  creator: string;
}

export const formPages: PageKind<FormView> = {
  route: '/forms/[form]/',
  pages: ({ fields }) =>
    FORMS.map((form) => ({
      address: `/forms/${form.id}/`,
      props: {
        form,
        facts: blankFacts(fields),
        isSealed: fields.print?.sealed ?? false,
        hasTables: form.sheets.some(isTabular),
      },
    })),
  isInSitemap: () => true,
  isInEveryPack: true,
};

/** The index of all forms. */
export const formIndex: PageKind = onlyPage('/forms/', () => ({}), {
  isInSitemap: () => true,
  isInEveryPack: true,
  footer: zh['forms.title'],
});

/** Blank forms, to be filled in Word. */
export const formDocuments: PageKind<Papers> = {
  route: '/forms/[form].docx',
  pages: ({ fields }) =>
    FORMS.map(({ id, title, sheets }) => {
      const facts = blankFacts(fields);
      const papers = papersOf({ title, sheets: sheets.map((sheet) => ({ sheet, facts })) }, fields);
      return { address: `/forms/${id}.docx`, props: papers };
    }),
};

/** The tables of blank forms, to be filled in Excel. */
export const formWorkbooks: PageKind<FormTablesView> = {
  route: '/forms/[form].xlsx',
  pages: ({ fields }) =>
    FORMS.filter(({ sheets }) => sheets.some(isTabular)).map((form) => ({
      address: `/forms/${form.id}.xlsx`,
      props: { form, facts: blankFacts(fields), creator: fields.organisation },
    })),
};

/** The blank 学习计划安排表 that `npm run import` reads once it is filled in. */
export const blankPlanWorkbook: PageKind<{ creator: string }> = onlyPage(
  '/forms/plan-table.xlsx',
  ({ fields }) => ({ creator: fields.organisation }),
);

/** The 学习计划安排表 of every unit's plan, to be edited. */
export const scheduleDocuments: PageKind<Papers> = pagesOfSchedules(
  '/units/[unit]/[plan].docx',
  (site) => (of) => unitPapers(of, zh['office.schedule'], schedulePaper(packSource(of, site)), site),
);

/** Every other sheet of its print pack, filled: notices, sign-in sheets, records and what else a meeting leaves behind. */
export const packDocuments: PageKind<Papers> = pagesOfSchedules(
  '/units/[unit]/[plan]/print.docx',
  (site) => (of) => {
    const parts = packOf(packSource(of, site)).filter(({ kind }) => kind !== 'plan');
    const sheets = parts.flatMap((part) => part.sheets);
    return unitPapers(of, zh['office.pack'], sheets, site);
  },
);

/** The same plan as a 学习计划安排表, to print, to edit, and to import again. */
export const scheduleWorkbooks: PageKind<{ table: PlanTable; creator: string }> = pagesOfSchedules(
  '/units/[unit]/[plan].xlsx',
  ({ library, fields }) => {
    const words = readingWords(library.entries);
    return (of) => ({ table: planTable(of, words), creator: fields.organisation });
  },
);

/** What every blank form says of itself: what a file holds is known, and the office's own rules for visits. */
function blankFacts({ print }: Site): Facts {
  return { tables: { archive: ARCHIVE_ROWS }, notes: { visitRules: print?.visitRules } };
}

function unitPapers(
  of: UnitSchedule,
  name: string,
  sheets: readonly PaperSheet[],
  { fields }: ResolvedSite,
): Papers {
  return papersOf(
    { title: `${of.unit.name}${name}（${of.plan.title}）`, sheets, stamp: stampLines(stampOf(of)) },
    fields,
  );
}

/** Papers as the office's files have them: by its page formats, under its name. */
export function papersOf(papers: Pick<Papers, 'title' | 'sheets' | 'stamp'>, fields: Site): Papers {
  const { print, organisation: creator } = fields;
  return { ...papers, creator, formats: pageFormats(fields), isSealed: print?.sealed };
}
