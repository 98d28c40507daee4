import { ASKED_BY_PAGE, type Conflict, type Refused } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';

/** Thrown where the server did not do what it was asked; the message says why. */
export class NotDone extends Error {
  override name = 'NotDone';
  readonly conflict: Conflict['conflict'] | undefined;

  constructor(refused: string, conflict?: Conflict['conflict']) {
    super(refused);
    this.conflict = conflict;
  }
}

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Record<string, string>;
  body?: unknown;
}

/** Asks the server of the desk. Throws NotDone. */
export async function ask<Answer>(
  route: string,
  { method = 'GET', query, body }: Request = {},
): Promise<Answer> {
  const isFile = body instanceof Blob;
  const address = query ? `${route}?${new URLSearchParams(query).toString()}` : route;
  const response = await fetch(address, {
    method,
    headers: {
      [ASKED_BY_PAGE.name]: ASKED_BY_PAGE.value,
      ...(body === undefined || isFile ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  }).catch(() => undefined);
  if (!response) throw new NotDone(page.offline);
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Answer;
  const { refused = page.failed, conflict } = (answer ?? {}) as Partial<Conflict & Refused>;
  throw new NotDone(refused, conflict);
}
