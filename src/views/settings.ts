import { underBase } from '../markdown/addresses.ts';
import { readSettings } from '../source/settings.ts';

/** The settings under which this build runs; commands are started in the project's folder. */
export const settings = readSettings(process.env, process.cwd());

/** A site-relative address (`/texts/outline/`) under the site's base path. */
export function href(address: string): string {
  return underBase(address, settings.basePath);
}

/** The full address of a page, for feeds and other sites. */
export function fullAddress(address: string): string {
  return settings.siteUrl + href(address);
}
