import { pathsOf } from '../views/paths.ts';
import { fullAddress } from '../views/settings.ts';
import { sitemapFiles, type SitemapView } from '../views/sitemap.ts';

export const getStaticPaths = () => pathsOf(sitemapFiles);

export function GET({ props: { pages } }: { props: SitemapView }): Response {
  const urls = pages.map(
    ({ address, lastmod }) =>
      `<url><loc>${encodeURI(fullAddress(address))}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
}
