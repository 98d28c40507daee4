import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { oneLine } from './fault.ts';

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

const LAST_PORT = 65_535;

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

function basePath(value = '/'): string {
  const inner = value.replace(/^\/+|\/+$/g, '');
  if (!/^[A-Za-z0-9._~/-]*$/.test(inner) || inner.includes('..')) {
    throw new SettingsError(`BASE_PATH 写作 ${value}，应像 /study 这样只用英文、数字、连字符`);
  }
  return inner ? `/${inner}/` : '/';
}

function siteUrl(value = 'http://localhost:4321'): string {
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
