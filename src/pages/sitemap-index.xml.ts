import { pagesOf } from '../views/get-site.ts';
import { fullAddress } from '../views/settings.ts';
import { sitemapFiles } from '../views/sitemap.ts';

/** The index of the sitemaps, each of which may hold 50,000 addresses (sitemaps.org). */
export async function GET(): Promise<Response> {
  const files = await pagesOf(sitemapFiles);
  const sitemaps = files.map(({ address }) => `<sitemap><loc>${fullAddress(address)}</loc></sitemap>`);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${sitemaps.join('')}</sitemapindex>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
}
