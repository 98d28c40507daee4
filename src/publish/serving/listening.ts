import { isIPv6 } from 'node:net';
import { isLoopback, type Listening, type Settings } from '../../source/settings.ts';

/** What a server that listens says: where the site is, who can open it, and a warning where that is more than its texts are meant for. */
export function listeningLines(
  { host, port }: Listening,
  { basePath, audience }: Pick<Settings, 'basePath' | 'audience'>,
): { news: string; warning?: string } {
  const isForAll = !isLoopback(host);
  const name = ['127.0.0.1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  const address = `http://${isIPv6(name) ? `[${name}]` : name}:${port}${basePath}`;
  const reach = isForAll ? `在 ${host} 上听，同一网络里的人也能打开` : `只在本机（${host}）能打开`;
  const news = `网站已开：${address}  ${reach}。按 Ctrl+C 关闭。`;
  if (!isForAll || audience !== 'internal') return { news };
  const warning = `注意：网站里有内部材料（AUDIENCE=internal），HOST=${host} 让同一网络里的人不用登录就能打开 — 只给自己看，去掉 HOST 再运行`;
  return { news, warning };
}

/** Why a server cannot listen there, and what to do, in one sentence; `undefined` for what has another cause. */
export function listeningTrouble(code: string | undefined, { host, port }: Listening): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用 — 关掉占用它的程序，或换一个端口：PORT=${port < 65_535 ? port + 1 : 4321} npm start`;
    case 'EACCES':
      return `端口 ${port} 要有管理员的权限才能用 — 换一个 1024 以上的端口：PORT=4321 npm start`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
    case 'EINVAL':
      return `HOST 写作 ${host}，这台机器没有这个地址 — 去掉 HOST 只给本机看，或写 0.0.0.0 给同一网络里的人看`;
    default:
      return undefined;
  }
}
