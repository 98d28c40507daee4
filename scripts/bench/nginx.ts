import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin`;
const LONGEST_START = 5_000;

/** A running nginx. */
export interface Nginx {
  /** Seconds that its worker has spent at work so far; NaN where there is no /proc. */
  processorSeconds(): number;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
}

/** Whether the real nginx is there. */
export function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore', env: { PATH } });
    return true;
  } catch {
    return false;
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Runs nginx with a configuration of the kind that is included in its `http` part, one worker, everything it writes in a folder of its
 * own; with a number of a core, on that core only. Resolves when it listens on `port`. Throws with what nginx says of the configuration.
 * Where this process ends without closing it, it ends too.
 */
export async function startNginx(config: string, port: number, core?: number): Promise<Nginx> {
  const prefix = await mkdtemp(join(tmpdir(), 'zhixing-nginx-'));
  await mkdir(join(prefix, 'tmp'));
  await writeFile(join(prefix, 'site.conf'), config);
  await writeFile(join(prefix, 'nginx.conf'), mainConfig());
  const options = ['-p', `${prefix}/`, '-c', join(prefix, 'nginx.conf'), '-e', join(prefix, 'error.log')];
  const remove = () => rm(prefix, { recursive: true, force: true });
  await promisify(execFile)('nginx', ['-t', ...options], { env: { PATH } }).catch(async (error: Error) => {
    await remove();
    throw error;
  });
  const [command, ...words] = core === undefined ? ['nginx'] : ['taskset', '-c', String(core), 'nginx'];
  const child = spawn(command!, [...words, ...options], { stdio: 'ignore', env: { PATH } });
  const ended = once(child, 'exit');
  const endWithUs = () => {
    child.kill('SIGTERM');
    rmSync(prefix, { recursive: true, force: true });
  };
  process.once('exit', endWithUs);
  const close = async () => {
    process.off('exit', endWithUs);
    child.kill('SIGTERM');
    await ended;
    await remove();
  };
  for (const until = Date.now() + LONGEST_START; !(await isListening(port)); await sleep(20)) {
    if (child.exitCode === null && Date.now() < until) continue;
    const log = await readFile(join(prefix, 'error.log'), 'utf8').catch(() => '');
    await close();
    throw new Error(`nginx did not start:\n${log}`);
  }
  return { close, processorSeconds: () => processorSeconds(child.pid!) };
}

/** Parts of a second in which Linux counts the time of processes (USER_HZ, the same on every machine it runs on here). */
const TICKS = 100;

/** Seconds at work of the processes that a process has started. */
function processorSeconds(parent: number): number {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(name))
      .filter((fields) => Number(fields[1]) === parent)
      .reduce((sum, fields) => sum + (Number(fields[11]) + Number(fields[12])) / TICKS, 0);
  } catch {
    return NaN;
  }
}

/** What `/proc` says of a process, from its state on; nothing of one that has just ended. */
function statOf(name: string): string[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function mainConfig(): string {
  // Started by root, its worker would be another user, who cannot read the folders of a test.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path tmp/${name};`,
  );
  return `${user}daemon off;
worker_processes 1;
pid nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  keepalive_requests 100000;
  ${folders.join('\n  ')}
  include site.conf;
}
`;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const [event] = await Promise.race([
    once(socket, 'connect').then(() => ['connect']),
    once(socket, 'error').then(() => ['error']),
  ]).catch(() => ['error']);
  socket.destroy();
  return event === 'connect';
}
