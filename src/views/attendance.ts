import { shortNameOf } from '../domain/units.ts';
import type { Papers } from '../ooxml/form-document.ts';
import { attendanceSheets } from '../papers/attendance.ts';
import type { ResolvedSite, Unit } from '../site/site.ts';
import { zh } from '../strings/zh.ts';
import { papersOf } from './ooxml-files.ts';
import type { PageKind } from './page.ts';

type Sheets = ReturnType<typeof attendanceSheets>;

/** The props of a unit's 学习情况汇总表 as a page to fill and print. */
export interface AttendancePageView {
  unit: Pick<Unit, 'id' | 'name'>;
  title: string;
  sheets: Sheets;
}

/** What a unit's workbook of its year's study holds. */
export interface AttendanceView {
  title: string;
  sheets: Sheets;
  creator: string;
}

/**
 * The 学习情况汇总表 of every unit that follows plans: what they plan, year by year, to be filled on the page or by hand. Its address has two
 * parts below the unit's, so that no plan's can be the same.
 */
export const attendancePages: PageKind<AttendancePageView> = {
  ...ofUnits('/units/[unit]/print/attendance/', ({ id, name }, title, sheets) => ({
    unit: { id, name },
    title,
    sheets,
  })),
  isInSitemap: () => true,
};

/** The same to be filled in Word. */
export const attendanceDocuments: PageKind<Papers> = ofUnits(
  '/units/[unit].docx',
  (_, title, sheets, fields) => papersOf({ title, sheets }, fields),
);

/** The same to be filled in Excel, which works it out. */
export const attendanceWorkbooks: PageKind<AttendanceView> = ofUnits(
  '/units/[unit].xlsx',
  (_, title, sheets, { organisation: creator }) => ({ title, sheets, creator }),
);

/** Whether a unit has anything to sum up. */
export function hasAttendance(unit: Unit, { schedulesOf }: Pick<ResolvedSite, 'schedulesOf'>): boolean {
  return attendanceSheets(unit, schedulesOf.get(unit.id) ?? []).length > 0;
}

/** Site-relative address of a unit's 学习情况汇总表. */
export function attendanceAddress(unit: string): string {
  return attendancePages.route.replace('[unit]', unit);
}

function ofUnits<Props extends object>(
  route: string,
  view: (unit: Unit, title: string, sheets: Sheets, fields: ResolvedSite['fields']) => Props,
): PageKind<Props> {
  return {
    route,
    pages: ({ units, schedulesOf, fields }) =>
      units.flatMap((unit) => {
        const sheets = attendanceSheets(unit, schedulesOf.get(unit.id) ?? []);
        if (sheets.length === 0) return [];
        const title = zh['office.attendance'](shortNameOf(unit));
        return [{ address: route.replace('[unit]', unit.id), props: view(unit, title, sheets, fields) }];
      }),
  };
}
