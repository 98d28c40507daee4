import { fullAddress } from '../views/settings.ts';

export function GET() {
  return new Response(`User-agent: *\nAllow: /\nSitemap: ${fullAddress('/sitemap-index.xml')}\n`);
}
