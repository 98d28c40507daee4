import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { IMPORT_BUDGET } from '../../domain/budgets.ts';
import { ROUTES, type Conflict, type Refused } from '../../domain/desk/api.ts';
import { MOST_MEDIA, WRITE_ROUTES } from '../../domain/desk/write.ts';
import { fileTrouble } from '../../publish/file-trouble.ts';
import { desk as words } from '../../strings/desk.ts';
import { WithdrawError } from '../../withdraw/withdraw.ts';
import { UnwritableBlock } from '../body/write-blocks.ts';
import { SaveConflict, type Desk } from '../desk.ts';
import { FileChanged, NotOurs } from '../files/content-folder.ts';
import { kindForm } from '../forms/kind-form.ts';
import { EditError } from '../items/edit-text.ts';
import { asked, BadRequest } from './asked.ts';
import type { ClientFiles } from './client-files.ts';
import { apiRefusal, cookieOf, DESK_HEADERS, hasSession, isSecret, refusalOf, type Guard } from './guard.ts';
import { planRoutes } from './plan-routes.ts';
import { publishingRoutes } from './publishing-routes.ts';
import {
  acceptRequest,
  dropRequest,
  newRequest,
  removeRequest,
  rereadRequest,
  saveRequest,
  settleRequest,
  undoRequest,
  withdrawRequest,
} from './requests.ts';
import { writeRoutes } from './write-routes.ts';

const MEGABYTE = 1024 * 1024;
/** A text of three megabytes, written as JSON. */
const MOST_JSON = 12 * MEGABYTE;

/** Requests whose body is a file. */
const MOST_BYTES: Readonly<Record<string, number>> = {
  [ROUTES.inbox]: IMPORT_BUDGET.fileBytes,
  [WRITE_ROUTES.media]: MOST_MEDIA,
};

/** What the server is made with. */
export interface AppOptions {
  guard: Guard;
  client: ClientFiles;
  /** Told in one line of every request that failed by a slip of the program. */
  say?: (line: string) => void;
}

/** The server of the desk: who may ask, then a route for each thing that can be asked. */
export function deskApp(desk: Desk, { guard, client, say = () => undefined }: AppOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const refusal = refusalOf(context.req.raw, guard);
    if (refusal) context.res = context.text(`${refusal.words}\n`, refusal.status);
    else await next();
    for (const [name, value] of Object.entries(DESK_HEADERS)) context.res.headers.set(name, value);
  });
  app.get('/', (context) => {
    const given = context.req.query('token');
    if (given !== undefined && isSecret(given, guard.token)) {
      context.header('set-cookie', cookieOf(guard));
      return context.html(client.door);
    }
    return hasSession(context.req.raw, guard)
      ? context.html(client.page)
      : context.text(`${words.noSession}\n`, 403);
  });
  app.use(async (context, next) => {
    if (!hasSession(context.req.raw, guard)) return context.text(`${words.noSession}\n`, 403);
    return next();
  });
  for (const [path, { type, text }] of Object.entries(client.files))
    app.get(path, (context) => context.body(text, 200, { 'content-type': type }));
  app.use('/api/*', async (context, next) => {
    const refusal = apiRefusal(context.req.raw);
    return refusal ? context.json<Refused>({ refused: refusal.words }, refusal.status) : next();
  });
  app.use('/api/*', (context, next) => {
    const most = MOST_BYTES[context.req.path] ?? MOST_JSON;
    const onError = () => context.json<Refused>({ refused: words.tooLarge(most / MEGABYTE) }, 413);
    return bodyLimit({ maxSize: most, onError })(context, next);
  });
  addRoutes(app, desk);
  app.route('/', writeRoutes(desk));
  app.route('/', planRoutes(desk));
  app.route('/', publishingRoutes(desk));
  app.notFound((context) => context.json<Refused>({ refused: words.noSuchPage }, 404));
  app.onError((error, context) => answerError(error, context, say));
  return app;
}

/** Characters of a search that are looked for. */
const LONGEST_SEARCH = 200;

function addRoutes(app: Hono, desk: Desk): void {
  app.get(ROUTES.home, async (context) =>
    context.json(await desk.home(context.req.query('fresh') !== undefined)),
  );
  app.get(ROUTES.items, async (context) => context.json(await desk.items()));
  app.get(ROUTES.search, async (context) =>
    context.json(await desk.search((context.req.query('words') ?? '').slice(0, LONGEST_SEARCH))),
  );
  app.get(ROUTES.item, async (context) => context.json(await desk.openFile(context.req.query('file') ?? '')));
  app.put(ROUTES.item, async (context) => context.json(await desk.save(await asked(context, saveRequest))));
  app.post(ROUTES.item, async (context) => context.json(await desk.make(await asked(context, newRequest))));
  app.post(ROUTES.settle, async (context) =>
    context.json(await desk.settle(await asked(context, settleRequest))),
  );
  app.post(ROUTES.remove, async (context) => {
    const { file, digest } = await asked(context, removeRequest);
    await desk.remove(file, digest);
    return context.json({});
  });
  app.get(ROUTES.kind, (context) => {
    const form = kindForm(context.req.query('collection') ?? '');
    return form ? context.json(form) : context.json<Refused>({ refused: words.noSuchKind }, 404);
  });
  app.get(ROUTES.withdraw, async (context) =>
    context.json(await desk.withdrawAccount({ key: context.req.query('key') ?? '' })),
  );
  app.post(ROUTES.withdraw, async (context) => {
    await desk.withdraw(await asked(context, withdrawRequest));
    return context.json({});
  });
  app.get(ROUTES.inbox, (context) => context.json(desk.inbox.list()));
  app.post(ROUTES.inbox, async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json(await desk.inbox.add(context.req.query('name') ?? '', bytes));
  });
  app.put(ROUTES.inboxItem, async (context) =>
    context.json(await desk.inbox.reread(await asked(context, rereadRequest))),
  );
  app.delete(ROUTES.inboxItem, async (context) => {
    await desk.inbox.drop((await asked(context, dropRequest)).id);
    return context.json({});
  });
  app.post(ROUTES.accept, async (context) => {
    const item = await desk.inbox.accept(await asked(context, acceptRequest));
    desk.contentChanged();
    return context.json(item);
  });
  app.get(ROUTES.history, async (context) => context.json(await desk.commits(context.req.query('file'))));
  app.post(ROUTES.undo, async (context) => {
    await desk.undo((await asked(context, undoRequest)).id);
    return context.json({});
  });
  app.get(ROUTES.publish, (context) => context.json(desk.publisher.now()));
  app.post(ROUTES.publish, (context) => context.json(desk.publish()));
  app.get(ROUTES.preview, async (context) => context.json({ address: await desk.preview.address() }));
}

function answerError(error: Error, context: Context, say: (line: string) => void): Response {
  const refuse = (status: 400 | 404 | 409 | 422 | 500, refused: string) =>
    context.json<Refused>({ refused }, status);
  if (error instanceof SaveConflict) {
    const conflict = { file: error.file, yours: error.yours, theirs: error.now?.bytes.toString('utf8') };
    return context.json<Conflict>({ refused: error.message, conflict }, 409);
  }
  if (error instanceof BadRequest) return refuse(400, words.badRequest);
  if (error instanceof FileChanged) return refuse(409, error.message);
  if (error instanceof NotOurs) return refuse(404, error.message);
  if (error instanceof UnwritableBlock) return refuse(422, words.cannotWriteBlock);
  if (error instanceof EditError || error instanceof WithdrawError) return refuse(422, error.message);
  if ('code' in error) return refuse(500, fileTrouble(error));
  say(`${context.req.method} ${context.req.path}: ${error.message}`);
  return refuse(500, words.failed);
}
