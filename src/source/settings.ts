import { resolve } from 'node:path';

/** What the environment of a command decides. */
export interface Settings {
  /** Absolute path of the folder that an office edits (`CONTENT_DIR`, default `content/`). */
  contentDir: string;
  /** Absolute path of the build's output (`OUT_DIR`, default `dist/`). */
  outDir: string;
  /** `/` or `/study/`: always begins and ends with a slash (`BASE_PATH`). */
  basePath: string;
  /** Origin under which the site is published, without a slash at the end (`SITE_URL`). */
  siteUrl: string;
  /** `public` leaves internal entries out of everything (`AUDIENCE`). */
  audience: 'public' | 'internal';
  /** Whether drafts are shown (`DRAFTS=1`). */
  drafts: boolean;
}

/** The address of a site whose address nobody has set. */
export const DEFAULT_SITE_URL = 'http://localhost:4321';

/** Thrown for an environment variable that cannot be understood; the message names it and what to write. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads the settings from environment variables; relative folders are taken from `root`. Throws SettingsError. */
export function readSettings(env: Record<string, string | undefined>, root: string): Settings {
  return {
    contentDir: resolve(root, env.CONTENT_DIR || 'content'),
    outDir: resolve(root, env.OUT_DIR || 'dist'),
    basePath: basePath(env.BASE_PATH),
    siteUrl: siteUrl(env.SITE_URL),
    audience: audience(env.AUDIENCE),
    drafts: flag('DRAFTS', env.DRAFTS),
  };
}

function basePath(value = '/'): string {
  const inner = value.replace(/^\/+|\/+$/g, '');
  if (!/^[A-Za-z0-9._~/-]*$/.test(inner) || inner.includes('..')) {
    throw new SettingsError(`BASE_PATH 写作 ${value}，应像 /study 这样只用英文、数字、连字符`);
  }
  return inner ? `/${inner}/` : '/';
}

function siteUrl(value = DEFAULT_SITE_URL): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new SettingsError(`SITE_URL 写作 ${value}，应像 https://study.example.gov.cn 这样的网址`);
  }
  return url.origin;
}

function audience(value = 'public'): Settings['audience'] {
  if (value === 'public' || value === 'internal') return value;
  throw new SettingsError(`AUDIENCE 写作 ${value}，只能是 public（公开）或 internal（内部）`);
}

function flag(name: string, value = ''): boolean {
  if (['', '0', 'false'].includes(value)) return false;
  if (['1', 'true'].includes(value)) return true;
  throw new SettingsError(`${name} 写作 ${value}，只能是 1 或 0`);
}
