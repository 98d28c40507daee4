import { after } from 'node:test';
import { demoSite, type DemoSite } from './demo-site.ts';
import { serveFolder } from './serve.ts';

/** The demo site, served until the tests of the file end. `url` has no slash at its end, so that addresses can follow it. */
export async function serveDemo(): Promise<DemoSite & { url: string }> {
  const site = await demoSite();
  const { url, close } = await serveFolder(site.folder);
  after(close);
  return { ...site, url: url.replace(/\/$/, '') };
}
