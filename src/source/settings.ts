import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { readBasePath } from '../domain/address/base-path.ts';
import type { Reading } from '../domain/address/host.ts';
import { readOrigin } from '../domain/address/site-address.ts';
import { oneLine } from './fault.ts';
import { writtenAddress } from './written-address.ts';

/** What the environment of a command decides, and of the address what `site.yaml` says. */
export interface Settings {
  /** Absolute path of the folder that an office edits (`CONTENT_DIR`, default `content/`). */
  contentDir: string;
  /** Absolute path of the build's output (`OUT_DIR`, default `dist/`). */
  outDir: string;
  /** `/` or `/study/`: always begins and ends with a slash (`BASE_PATH`, else `base` in `site.yaml`). */
  basePath: string;
  /** Origin under which the site is published, without a slash at the end (`SITE_URL`, else `url` in `site.yaml`). */
  siteUrl: string;
  /** `public` leaves internal entries out of everything (`AUDIENCE`). */
  audience: 'public' | 'internal';
  /** Whether drafts are shown (`DRAFTS=1`). */
  drafts: boolean;
}

/** Where a site is published. */
export type SiteAddress = Pick<Settings, 'siteUrl' | 'basePath'>;

const LAST_PORT = 65_535;
/** The address of a site whose address nobody has set: where `npm start` serves it. */
export const DEFAULT_SITE_URL = 'http://localhost:4321';
export const DEFAULT_ADDRESS: SiteAddress = { siteUrl: DEFAULT_SITE_URL, basePath: '/' };

/** Thrown for an environment variable that cannot be understood; the message names it and what to write. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the settings from environment variables; relative folders are taken from `root`. Where the variables say nothing of the site's
 * address, its `site.yaml` does; a fault in that file is a fault of the content and told with it. Throws SettingsError.
 */
export function readSettings(env: Record<string, string | undefined>, root: string): Settings {
  const contentDir = resolve(root, env.CONTENT_DIR || 'content');
  const written = env.BASE_PATH && env.SITE_URL ? {} : writtenAddress(contentDir);
  return {
    contentDir,
    outDir: resolve(root, env.OUT_DIR || 'dist'),
    basePath: env.BASE_PATH ? valueOf('BASE_PATH', env.BASE_PATH, readBasePath) : (written.base ?? '/'),
    siteUrl: env.SITE_URL ? valueOf('SITE_URL', env.SITE_URL, readOrigin) : (written.url ?? DEFAULT_SITE_URL),
    audience: audience(env.AUDIENCE),
    drafts: flag('DRAFTS', env.DRAFTS),
  };
}

/** The address at which only this machine can ask. */
export const LOOPBACK = '127.0.0.1';

/** Where the server of the site listens. */
export interface Listening {
  /** An address of this machine (`HOST`, default `127.0.0.1`). */
  host: string;
  /** 0 takes any that is free (`PORT`, default 4321). */
  port: number;
}

/** Reads from environment variables where the server listens. Throws SettingsError. */
export function readListening(env: Record<string, string | undefined>): Listening {
  return { host: host(env.HOST || LOOPBACK), port: port(env.PORT || '4321') };
}

/** Whether only this machine can ask at an address. */
export function isLoopback(address: string): boolean {
  return /^(localhost$|127\.|::1$|::ffff:127\.)/i.test(address);
}

function host(value: string): string {
  if (value === 'localhost' || isIP(value) > 0) return value;
  throw new SettingsError(
    `HOST 写作 ${oneLine(value)}，应是这台机器的 IP 地址：127.0.0.1 只有本机能打开，0.0.0.0 同一网络里的人都能打开`,
  );
}

function port(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= LAST_PORT) return Number(value);
  throw new SettingsError(`PORT 写作 ${oneLine(value)}，应是 1 到 ${LAST_PORT} 的整数，如 4322`);
}

function valueOf(name: string, text: string, read: (text: string) => Reading<string>): string {
  const { value, problem } = read(text);
  if (value !== undefined) return value;
  throw new SettingsError(`${name} 写作 ${oneLine(text)}，${problem}`);
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
