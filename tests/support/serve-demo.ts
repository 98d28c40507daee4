import { after } from 'node:test';
import { demoSite, type DemoSite } from './demo-site.ts';
import { serveFolder } from './serve.ts';

/** The demo site in some surroundings, served until the tests of the file end or `close` is called. `url` has no slash at its end, so that addresses can follow it. */
export async function serveDemo(
  env: Record<string, string> = {},
): Promise<DemoSite & { url: string; close(): Promise<void> }> {
  const site = await demoSite(env);
  const { url, close } = await serveFolder(site.folder, { base: site.base });
  after(() => close().catch(() => undefined));
  return { ...site, url: url.replace(/\/$/, ''), close };
}
