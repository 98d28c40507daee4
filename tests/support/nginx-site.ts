import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { request as requestByHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { dirname, join } from 'node:path';
import type { NginxOrder } from '../../src/publish/hosting/nginx.ts';
import { SEARCHED_ALONE } from '../../src/publish/hosting/searched-with.ts';
import { temporaryFolder } from './site.ts';

/** The name of the site that tests serve. */
export const HOST = 'study.example.gov.cn';

/** What a server says. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks a server on this machine as `study.example.gov.cn`, following nothing; over TLS for the name in the headers, or for another. */
export async function ask(
  url: string,
  headers: Record<string, string> = {},
  servername?: string,
): Promise<Answer> {
  const request = url.startsWith('https:') ? requestByHttps : requestByHttp;
  const asked = request(url, {
    headers: { host: HOST, ...headers },
    rejectUnauthorized: false,
    agent: false,
    ...(servername === undefined ? {} : { servername }),
  });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) };
}

/** A folder with files by their path. */
export async function buildOf(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** An order for the site at `/study/` by plain HTTP, in some things another. */
export const orderOf = (changes: Partial<NginxOrder> = {}): NginxOrder => ({
  host: HOST,
  port: 80,
  basePath: '/study/',
  folder: '/srv/study',
  moves: [],
  ...SEARCHED_ALONE,
  brotli: false,
  ...changes,
});

/** A certificate for a name, made for the test, and its key. */
export async function certificateFor(name: string): Promise<{ certificate: string; key: string }> {
  const folder = await temporaryFolder();
  const [certificate, key] = [join(folder, 'site.pem'), join(folder, 'site.key')];
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-days', '2'];
  execFileSync('openssl', [...words, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  return { certificate, key };
}
