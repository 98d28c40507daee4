import type { APIContext } from 'astro';
import { formTables, TABULAR_FORMS } from '../../catalog/office-papers.ts';
import { pageKey } from '../../catalog/page-key.ts';
import { XLSX } from '../../office/media-types.ts';
import type { Form } from '../../print/form.ts';

export async function getStaticPaths() {
  const cacheKey = await pageKey();
  return TABULAR_FORMS.map((form) => ({ params: { form: form.id }, props: { form }, cacheKey }));
}

/** The tables of a blank form, to be filled in Excel. */
export async function GET({ props: { form } }: APIContext<{ form: Form }>) {
  return new Response(new Uint8Array(await formTables(form)), { headers: { 'content-type': XLSX } });
}
