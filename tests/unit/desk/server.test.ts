import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBlocks } from '../../../src/desk/body/read-blocks.ts';
import { filePartsOf } from '../../../src/desk/items/edit-text.ts';
import { cookieOf } from '../../../src/desk/server/guard.ts';
import {
  ASKED_BY_PAGE,
  ROUTES,
  type Commit,
  type Conflict,
  type EditedBlock,
  type Home,
  type InboxItem,
  type OpenItem,
} from '../../../src/domain/desk/api.ts';
import { HOST, openDesk, PAGE, PORT, type Asked } from '../../support/desk/open-desk.ts';
import { entryFile } from '../../support/site.ts';

const FILE = 'texts/a.md';
const TEXT = entryFile('　　第一段。\n\n- 一项\n\n第二段，A_B。', { title: '题名', topics: ['作风建设'] });

const itemOf = (file: string) => `${ROUTES.item}?file=${encodeURIComponent(file)}`;

async function opened({ ask }: Asked, file = FILE): Promise<OpenItem> {
  const answer = await ask(itemOf(file));
  assert.equal(answer.status, 200);
  return (await answer.json()) as OpenItem;
}

describe('The desk answers its own page and nobody else', () => {
  let asked: Asked;
  before(async () => {
    asked = await openDesk({ [FILE]: TEXT });
  });
  const statusOf = async (
    headers: Record<string, string | null>,
    path: string = ROUTES.items,
    method = 'GET',
    body?: unknown,
  ) => (await asked.ask(path, { method, headers, body })).status;

  it('answers its page', async () => {
    assert.equal(await statusOf({}), 200);
    assert.equal(await statusOf({ host: `localhost:${PORT}`, origin: `http://localhost:${PORT}` }), 200);
  });
  it('refuses another name for this machine, as a name that was bound anew would be (DNS rebinding)', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${PORT}`,
      '127.0.0.1',
      '127.0.0.1:1',
      `[::1]:${PORT}`,
      '',
    ])
      assert.equal(await statusOf({ host, origin: `http://${host}` }), 421, host);
  });
  it('refuses a page of another origin, of this machine too, whatever it asks (CSRF)', async () => {
    for (const origin of [
      'http://evil.example',
      'http://127.0.0.1:1',
      `https://${HOST}`,
      `http://localhost:${PORT}`,
      'null',
    ])
      for (const method of ['GET', 'POST', 'PUT'])
        assert.equal(await statusOf({ origin }, ROUTES.item, method), 403, origin);
    for (const site of ['cross-site', 'same-site'])
      assert.equal(await statusOf({ 'sec-fetch-site': site, origin: null }), 403, site);
  });
  it('refuses a change without an origin, and any request to the interface that the page did not make', async () => {
    assert.equal(await statusOf({ origin: null }, ROUTES.publish, 'POST'), 403);
    assert.equal(await statusOf({ [ASKED_BY_PAGE.name]: null }), 403);
    assert.equal(
      await statusOf({ [ASKED_BY_PAGE.name]: null, 'content-type': 'text/plain' }, ROUTES.inbox, 'POST', 'x'),
      403,
    );
  });
  it('refuses who has no cookie, or a wrong one, and tells nothing of itself', async () => {
    for (const cookie of [
      null,
      'zhixing-desk-4999=',
      `zhixing-desk-4999=${asked.guard.token}`,
      `zhixing-desk-1=${asked.guard.session}`,
    ])
      for (const path of [ROUTES.home, '/', '/desk.js', '/nothing'])
        assert.equal(await statusOf({ cookie }, path), 403, `${cookie} ${path}`);
  });
  it('gives the cookie for the token only, so that no other site has it sent and no script reads it', async () => {
    const bare = { cookie: null, origin: null, 'sec-fetch-site': 'none' };
    const answer = await asked.ask(`/?token=${asked.guard.token}`, { headers: bare });
    assert.equal(await answer.text(), 'the door');
    assert.match(answer.headers.get('set-cookie')!, /; HttpOnly; SameSite=Strict$/);
    for (const token of ['', 'x', asked.guard.session, `${asked.guard.token}x`]) {
      const refused = await asked.ask(`/?token=${token}`, { headers: bare });
      assert.equal(refused.status, 403);
      assert.equal(refused.headers.get('set-cookie'), null);
    }
  });
  it('allows its page no script but its own, and no frame round it', async () => {
    const { headers } = await asked.ask('/');
    const policy = headers.get('content-security-policy')!;
    assert.match(policy, /default-src 'none';script-src 'self';/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*(?!;)/);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });
  it('refuses bodies that are too large, said or unsaid how large', async () => {
    const large = 'x'.repeat(13 * 1024 * 1024);
    assert.equal(await statusOf({ 'content-length': String(large.length) }, ROUTES.item, 'PUT', large), 413);
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('x'.repeat(1024 * 1024)));
      },
    });
    const headers = { ...PAGE, cookie: cookieOf(asked.guard).split(';')[0]! };
    const init = { method: 'PUT', headers, body: stream, duplex: 'half' } as RequestInit;
    assert.equal((await asked.app.request(`http://${HOST}${ROUTES.item}`, init)).status, 413);
  });
  it('reads and writes no path but files of the content', async () => {
    for (const file of [
      '../package.json',
      '/etc/passwd',
      'texts/../../x.md',
      '.zhixing/published.json',
      'texts/a.html',
      '',
      'media/x.svg',
    ])
      assert.equal((await asked.ask(itemOf(file))).status, 404, file);
    const body = { file: '../x.md', digest: '0'.repeat(64), source: 'x' };
    assert.equal(await statusOf({}, ROUTES.item, 'PUT', body), 404);
    const made = { collection: 'texts', id: '../../x', fields: { title: '题' } };
    assert.equal(await statusOf({}, ROUTES.item, 'POST', made), 422);
  });
  it('refuses what is no such request', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '{"file":"texts/a.md"}',
      '{"file":1,"digest":"x"}',
      '{"file":"texts/a.md","digest":"0","x":1}',
    ])
      assert.equal(await statusOf({}, ROUTES.item, 'PUT', body), 400, body);
    assert.equal(await statusOf({}, '/api/nothing'), 404);
  });
});

describe('A file is changed as the page asks', () => {
  it('changes one paragraph and one field, and no other byte', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const { digest } = await opened(asked);
    const edited = readBlocks(filePartsOf(TEXT).body, false)!.map(({ block }, origin): EditedBlock => ({
      ...block,
      origin,
    }));
    edited[2] = { kind: 'paragraph', content: [{ type: 'text', text: '改过的一段。' }], origin: 2 };
    const body = { file: FILE, digest, blocks: edited, fields: { title: '新题名' } };
    const answer = await asked.ask(ROUTES.item, { method: 'PUT', body });
    assert.equal(answer.status, 200, await answer.clone().text());
    const now = await readFile(join(asked.folder, FILE), 'utf8');
    assert.equal(now, TEXT.replace('第二段，A_B。', '改过的一段。').replace('"题名"', '新题名'));
  });
  it('shows both texts where the file has changed meanwhile, and writes nothing', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const { digest } = await opened(asked);
    await writeFile(join(asked.folder, FILE), TEXT.replace('第一段', '别人改的'));
    const body = { file: FILE, digest, fields: { title: '我的' } };
    const answer = await asked.ask(ROUTES.item, { method: 'PUT', body });
    assert.equal(answer.status, 409);
    const { conflict } = (await answer.json()) as Conflict;
    assert.match(conflict.theirs!, /别人改的/);
    assert.match(conflict.yours, /title: 我的/);
    assert.doesNotMatch(await readFile(join(asked.folder, FILE), 'utf8'), /我的/);
  });
  it('tells a fault of the fields at its line', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const { digest } = await opened(asked);
    const body = { file: FILE, digest, fields: { date: '2026-02-30' } };
    const { findings } = (await (await asked.ask(ROUTES.item, { method: 'PUT', body })).json()) as OpenItem;
    assert.deepEqual(
      findings.map(({ line, reason }) => [line, reason.slice(0, 4)]),
      [[3, 'date']],
    );
  });
  it('makes, withdraws, puts back, removes, and undoes each', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const { ask, folder } = asked;
    const post = async (path: string, body: unknown) => {
      const answer = await ask(path, { method: 'POST', body });
      assert.equal(answer.status, 200, await answer.clone().text());
      return answer;
    };
    await post(ROUTES.item, { collection: 'texts', fields: { title: '新的', date: 'unknown' } });
    assert.match(await readFile(join(folder, 'texts/xin-de.md'), 'utf8'), /^title: 新的$/m);
    await post(ROUTES.withdraw, { key: 'texts/a' });
    assert.match(await readFile(join(folder, FILE), 'utf8'), /^withdrawn: /m);
    await post(ROUTES.withdraw, { key: 'texts/a', undo: true });
    assert.equal(await readFile(join(folder, FILE), 'utf8'), TEXT);
    await post(ROUTES.remove, { file: FILE, digest: (await opened(asked)).digest });
    assert.equal((await ask(itemOf(FILE))).status, 404);
    const commits = (await (await ask(`${ROUTES.history}?file=${FILE}`)).json()) as Commit[];
    assert.deepEqual(
      commits.map(({ title }) => title),
      ['删除：题名', '恢复：题名', '撤下：题名', '在编辑台以外的改动'],
    );
    await post(ROUTES.undo, { id: commits[0]!.id });
    assert.equal(await readFile(join(folder, FILE), 'utf8'), TEXT);
    const late = await ask(ROUTES.undo, { method: 'POST', body: { id: commits[2]!.id } });
    assert.equal(late.status, 422);
  });
});

describe('Files are brought in and decided on', () => {
  it('reads a file, tells what it took it for and why, and writes what a person decided', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const letter =
      '云卫学〔2026〕3号\n\n关于开展学习的通知\n\n各单位：\n\n请组织学习。\n\n云川市卫生健康委员会\n2026年3月5日\n';
    await asked.ask(`${ROUTES.inbox}?name=${encodeURIComponent('通知.txt')}`, {
      method: 'POST',
      body: letter,
    });
    const item = await until(asked, ({ state }) => state === 'read' || state === 'refused');
    const [article] = item.articles;
    assert.equal(article!.kind, 'texts', JSON.stringify(item));
    assert.equal(article!.fields.title, '关于开展学习的通知');
    assert.ok(article!.read.every(({ evidence, confidence }) => evidence !== '' && confidence));
    const faulty = { id: item.id, articles: [{ index: 0, fields: { date: '三月' }, asDraft: false }] };
    assert.equal((await asked.ask(ROUTES.accept, { method: 'POST', body: faulty })).status, 422);
    const body = { id: item.id, articles: [{ index: 0, fields: { summary: '提要' }, asDraft: false }] };
    const answer = await asked.ask(ROUTES.accept, { method: 'POST', body });
    const done = (await answer.json()) as InboxItem;
    assert.equal(done.state, 'done', JSON.stringify(done));
    const text = await readFile(join(asked.folder, done.articles[0]!.file!), 'utf8');
    assert.match(text, /^summary: 提要$/m);
    assert.doesNotMatch(text, /^draft:/m);
    const [commit] = (await (await asked.ask(ROUTES.history)).json()) as Commit[];
    assert.deepEqual(commit!.files, [done.articles[0]!.file]);
  });
  it('says why a file is not imported, whatever its name', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    await asked.ask(`${ROUTES.inbox}?name=${encodeURIComponent('../../..\\x:.exe')}`, {
      method: 'POST',
      body: 'MZ',
    });
    const { state, refused } = await until(
      asked,
      (item) => item.state === 'read' || item.state === 'refused',
    );
    assert.equal(state, 'refused');
    assert.ok(refused);
  });
  async function until({ ask }: Asked, isSo: (item: InboxItem) => boolean): Promise<InboxItem> {
    for (;;) {
      const [item] = (await (await ask(ROUTES.inbox)).json()) as InboxItem[];
      if (item && isSo(item)) return item;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
});

describe('A doubt is answered beside its text', () => {
  const SOURCE = entryFile('各单位要按时报送,不得迟报。\n\n再写一段。');
  const doubted = async (asked: Asked): Promise<OpenItem> => {
    for (;;) {
      const home = (await (await asked.ask(ROUTES.home)).json()) as Home;
      if (home.isChecked) return opened(asked);
      await sleep(50);
    }
  };
  it('writes the answer with its reason and day into the file, changes no other byte, and is asked no more', async () => {
    const asked = await openDesk({ [FILE]: SOURCE });
    const { findings, digest } = await doubted(asked);
    const [doubt] = findings;
    assert.equal(doubt?.kind, '半角标点');
    const { kind, words, reason, paragraph } = doubt;
    const body = { file: FILE, digest, doubt: { kind, words, reason, paragraph }, because: ' 原件如此 ' };
    for (const [status, change] of [
      [422, { because: ' ' }],
      [422, { because: '一\n二' }],
      [400, { doubt: { ...body.doubt, kind: '答复' } }],
      [409, { digest: '0'.repeat(64) }],
    ] as const) {
      const answer = await asked.ask(ROUTES.settle, { method: 'POST', body: { ...body, ...change } });
      assert.equal(answer.status, status);
    }
    assert.equal(await readFile(join(asked.folder, FILE), 'utf8'), SOURCE);
    const answer = await asked.ask(ROUTES.settle, { method: 'POST', body });
    assert.equal(answer.status, 200);
    assert.deepEqual(((await answer.json()) as OpenItem).findings, []);
    const text = await readFile(join(asked.folder, FILE), 'utf8');
    const written = /settled:\n(?: .*\n)+/.exec(text)?.[0] ?? '';
    assert.match(written, /doubt: 半角标点\n.*at: .+\n.*because: 原件如此\n.*on: .*\d{4}-\d\d-\d\d/);
    assert.equal(text.replace(written, ''), SOURCE);
    assert.deepEqual((await doubted(asked)).findings, []);
  });
});
