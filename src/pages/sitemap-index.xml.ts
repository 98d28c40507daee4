import { sitemapFiles } from '../catalog/sitemap.ts';
import { fullAddress } from '../catalog/settings.ts';

/** The index of the sitemaps, each of which may hold 50,000 addresses (sitemaps.org). */
export async function GET() {
  const files = await sitemapFiles();
  const sitemaps = files.map(
    (_, index) => `<sitemap><loc>${fullAddress(`/sitemap-${index}.xml`)}</loc></sitemap>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${sitemaps.join('')}</sitemapindex>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
}
