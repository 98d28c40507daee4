import { filledWorkbook } from '../../ooxml/form-workbook.ts';
import { XLSX } from '../../ooxml/media-types.ts';
import { writeWorkbook } from '../../ooxml/workbook/write-workbook.ts';
import { attendanceWorkbooks, type AttendanceView } from '../../views/attendance.ts';
import { pathsOf } from '../../views/paths.ts';

export const getStaticPaths = () => pathsOf(attendanceWorkbooks);

/** A unit's year of study as a table with what is planned, to be filled in Excel. */
export function GET({ props: { title, creator, sheets } }: { props: AttendanceView }): Response {
  const file = writeWorkbook(filledWorkbook(title, creator, sheets));
  return new Response(new Uint8Array(file), { headers: { 'content-type': XLSX } });
}
