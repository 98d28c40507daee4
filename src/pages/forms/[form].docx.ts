import type { APIContext } from 'astro';
import { formFile } from '../../catalog/office-papers.ts';
import { pageKey } from '../../catalog/page-key.ts';
import { DOCX } from '../../office/media-types.ts';
import type { Form } from '../../print/form.ts';
import { FORMS } from '../../print/forms/all-forms.ts';

export async function getStaticPaths() {
  const cacheKey = await pageKey();
  return FORMS.map((form) => ({ params: { form: form.id }, props: { form }, cacheKey }));
}

/** A blank form, to be filled in Word. */
export async function GET({ props: { form } }: APIContext<{ form: Form }>) {
  return new Response(new Uint8Array(await formFile(form)), { headers: { 'content-type': DOCX } });
}
