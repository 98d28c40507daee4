/** What asking for an address came to. */
export type LinkAnswer =
  /** It is there. */
  | { kind: 'there' }
  /** The server says that it is not, or there is no such server. */
  | { kind: 'gone'; reason: string }
  /** Nobody can tell from here: refused, too slow, a server in trouble. */
  | { kind: 'unsure'; reason: string };

/** How politely to ask. */
export interface Manners {
  /** Milliseconds to wait for one answer. */
  timeout: number;
  /** How many addresses are asked for at the same time. */
  atOnce: number;
}

const MANNERS: Manners = { timeout: 10_000, atOnce: 6 };
const GONE = [404, 410];
/** The server could not be reached. If that holds for all, there is no network; otherwise a host that does not exist is a dead link. */
const NO_WAY = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'];
const WORDS: Record<string, string> = {
  ENOTFOUND: '没有这个网站',
  EAI_AGAIN: '查不到这个网站',
  ECONNREFUSED: '对方没有应答',
  ECONNRESET: '对方断开了连接',
  CERT_HAS_EXPIRED: '对方的证书已过期',
};

/** The answers of all addresses; `undefined` if none could be reached, as without a network. */
export async function askLinks(
  urls: readonly string[],
  manners: Manners = MANNERS,
): Promise<Map<string, LinkAnswer> | undefined> {
  const answers = new Map<string, LinkAnswer>();
  let hasNetwork = false;
  const waiting = urls.values();
  await Promise.all(
    Array.from({ length: manners.atOnce }, async () => {
      for (const url of waiting) {
        const { answer, foundWay } = await askFor(url, manners.timeout);
        answers.set(url, answer);
        hasNetwork ||= foundWay;
      }
    }),
  );
  return hasNetwork || urls.length === 0 ? answers : undefined;
}

/** Asks for the head of an address, and for all of it where a server has no head to give. */
async function askFor(url: string, timeout: number): Promise<{ answer: LinkAnswer; foundWay: boolean }> {
  try {
    const head = await statusOf(url, 'HEAD', timeout);
    const status = head < 400 ? head : await statusOf(url, 'GET', timeout);
    return { answer: answerOf(status), foundWay: true };
  } catch (error) {
    return failure(error);
  }
}

function answerOf(status: number): LinkAnswer {
  if (status < 400) return { kind: 'there' };
  return { kind: GONE.includes(status) ? 'gone' : 'unsure', reason: `对方回答 ${status}` };
}

async function statusOf(url: string, method: 'HEAD' | 'GET', timeout: number): Promise<number> {
  const response = await fetch(url, { method, redirect: 'follow', signal: AbortSignal.timeout(timeout) });
  await response.body?.cancel();
  return response.status;
}

function failure(error: unknown): { answer: LinkAnswer; foundWay: boolean } {
  if (error instanceof Error && error.name === 'TimeoutError') {
    // Firewalls swallow what they do not let through: waiting in vain proves no way out.
    return { answer: { kind: 'unsure', reason: '等不到回答' }, foundWay: false };
  }
  const { code = '', message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  const kind = code === 'ENOTFOUND' ? 'gone' : 'unsure';
  return { answer: { kind, reason: WORDS[code] ?? message }, foundWay: !NO_WAY.includes(code) };
}
