import { formWorkbook } from '../../ooxml/form-workbook.ts';
import { XLSX } from '../../ooxml/media-types.ts';
import { writeWorkbook } from '../../ooxml/workbook/write-workbook.ts';
import { formWorkbooks, type FormTablesView } from '../../views/ooxml-files.ts';
import { pathsOf } from '../../views/paths.ts';

export const getStaticPaths = () => pathsOf(formWorkbooks);

/** The tables of a blank form, to be filled in Excel. */
export function GET({ props: { form, facts, creator } }: { props: FormTablesView }): Response {
  const file = writeWorkbook(formWorkbook(form.title, creator, form.sheets, facts));
  return new Response(new Uint8Array(file), { headers: { 'content-type': XLSX } });
}
