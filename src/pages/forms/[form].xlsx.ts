import type { APIContext } from 'astro';
import { formTables, TABULAR_FORMS } from '../../catalog/office-papers.ts';
import { XLSX } from '../../office/media-types.ts';
import type { Form } from '../../print/form.ts';

export function getStaticPaths() {
  return TABULAR_FORMS.map((form) => ({ params: { form: form.id }, props: { form } }));
}

/** The tables of a blank form, to be filled in Excel. */
export async function GET({ props: { form } }: APIContext<{ form: Form }>) {
  return new Response(new Uint8Array(await formTables(form)), { headers: { 'content-type': XLSX } });
}
