import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBasePath } from '../domain/address/base-path.ts';
import type { Reading } from '../domain/address/host.ts';
import { readOrigin } from '../domain/address/site-address.ts';
import { textIn } from './read-text-file.ts';
import { parseYaml } from './yaml.ts';

/** The file of what a site says of itself, in a content folder. */
export const SITE_FILE = 'site.yaml';

/** Where a site is published, as far as its `site.yaml` says so. */
export interface SiteAddress {
  /** The origin. */
  url?: string | undefined;
  /** The path below which it lies, a slash at both ends. */
  base?: string | undefined;
}

/**
 * The address that the `site.yaml` of a content folder gives. A faulty address counts as absent: reading the content reports the fault with its
 * place. Never throws.
 */
export function writtenAddress(contentDir: string): SiteAddress {
  const { url, base, site } = fieldsOfSite(contentDir);
  if (site === undefined) return { url: valueOf(readOrigin, url), base: valueOf(readBasePath, base) };
  if (url !== undefined || base !== undefined || !isMapping(site)) return {};
  return { url: valueOf(readOrigin, site.url), base: valueOf(readBasePath, site.base) };
}

/** What the `site.yaml` of a content folder says, unchecked; nothing where it cannot be read. Never throws. */
export function fieldsOfSite(contentDir: string): Record<string, unknown> {
  const fields = parseYaml(textOfSite(contentDir), SITE_FILE).value;
  return isMapping(fields) ? fields : {};
}

function textOfSite(contentDir: string): string {
  const path = join(contentDir, SITE_FILE);
  try {
    return statSync(path).isFile() ? (textIn(readFileSync(path), SITE_FILE).text ?? '') : '';
  } catch {
    return '';
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueOf(read: (text: string) => Reading<string>, value: unknown): string | undefined {
  return typeof value === 'string' ? read(value).value : undefined;
}
