import type { APIContext } from 'astro';
import { sitemapFiles, type SitemapPage } from '../catalog/sitemap.ts';
import { fullAddress } from '../catalog/settings.ts';

export async function getStaticPaths() {
  const files = await sitemapFiles();
  return files.map((pages, index) => ({ params: { number: String(index) }, props: { pages } }));
}

export function GET({ props }: APIContext<{ pages: SitemapPage[] }>) {
  const urls = props.pages.map(
    ({ address, lastmod }) =>
      `<url><loc>${encodeURI(fullAddress(address))}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
}
