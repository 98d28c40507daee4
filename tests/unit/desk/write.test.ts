import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readBlocks } from '../../../src/desk/body/read-blocks.ts';
import { filePartsOf } from '../../../src/desk/items/edit-text.ts';
import { ROUTES, type EditedBlock, type InboxItem, type OpenItem } from '../../../src/domain/desk/api.ts';
import {
  MOST_MEDIA,
  PICTURE_ROUTE,
  WRITE_ROUTES,
  type Pasted,
  type PlacedFile,
  type ProposedCorrection,
} from '../../../src/domain/desk/write.ts';
import { openDesk, type Asked } from '../../support/desk/open-desk.ts';
import { chunk, jpeg, png, SECRET } from '../../support/pictures.ts';
import { entryFile } from '../../support/site.ts';

const FILE = 'texts/a.md';
const TEXT = entryFile('总经经验，查找差距。\n\n第二段。');

async function json<Answer>(answer: Response | Promise<Response>): Promise<Answer> {
  const given = await answer;
  assert.equal(given.status, 200, await given.clone().text());
  return (await given.json()) as Answer;
}

const opened = ({ ask }: Asked, file = FILE) =>
  json<OpenItem>(ask(`${ROUTES.item}?file=${encodeURIComponent(file)}`));
const textIn = ({ folder }: Asked, file: string) => readFile(join(folder, file), 'utf8');

describe('A 校订 is written beside a text that stays as it is', () => {
  const changed: EditedBlock[] = readBlocks(filePartsOf(TEXT).body, false)!.map(({ block }, origin) => ({
    ...block,
    origin,
  }));
  changed[0] = {
    kind: 'paragraph',
    content: [{ type: 'text', text: '总结经验，查找差距。' }],
    origin: 0,
  };

  it('of a change in the editor, with its reason, and shows beside its paragraph', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const { digest } = await opened(asked);
    const [proposed] = await json<ProposedCorrection[]>(
      asked.ask(WRITE_ROUTES.corrections, { method: 'POST', body: { file: FILE, blocks: changed } }),
    );
    assert.deepEqual(proposed, { paragraph: 1, original: '总经经', corrected: '总结经' });
    const body = { file: FILE, digest, blocks: changed, reasons: ['原件误录'], role: '学习办编辑' };
    const without = { ...body, reasons: [' '] };
    assert.equal((await asked.ask(WRITE_ROUTES.corrections, { method: 'PUT', body: without })).status, 422);
    const item = await json<OpenItem>(asked.ask(WRITE_ROUTES.corrections, { method: 'PUT', body }));
    const text = await textIn(asked, FILE);
    assert.ok(text.endsWith(filePartsOf(TEXT).body));
    assert.match(
      text,
      /paragraph: p1\n +original: 总经经\n +corrected: 总结经\n +reason: 原件误录\n +role: 学习办编辑\n +on: /,
    );
    assert.deepEqual(item.paragraphLines, [
      text.split('\n').findIndex((line) => line.startsWith('总经')) + 1,
      text.split('\n').findIndex((line) => line.startsWith('第二')) + 1,
    ]);
    assert.equal((await asked.ask(WRITE_ROUTES.corrections, { method: 'PUT', body })).status, 422);
  });

  it('of words that a person names, where they stand once in their paragraph', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const { digest } = await opened(asked);
    const body = { file: FILE, digest, paragraph: 1, original: '总经', corrected: '总结', reason: '误录' };
    const send = (change: object) =>
      asked.ask(WRITE_ROUTES.correction, { method: 'POST', body: { ...body, ...change } });
    for (const change of [
      { original: '经' },
      { paragraph: 2 },
      { paragraph: 9 },
      { corrected: ' ' },
      { reason: '' },
    ])
      assert.equal((await send(change)).status, 422, JSON.stringify(change));
    assert.equal((await send({ digest: '0'.repeat(64) })).status, 409);
    assert.equal(await textIn(asked, FILE), TEXT);
    await json(send({}));
    assert.equal(
      (await send({ digest: (await opened(asked)).digest })).status,
      422,
      'it stands there already',
    );
  });
});

describe('What other programs copied is read by the rules of the import', () => {
  const paste = async (html: string) => {
    const asked = await openDesk({ [FILE]: TEXT });
    return json<Pasted>(asked.ask(WRITE_ROUTES.paste, { method: 'POST', body: { html } }));
  };
  it('keeps headings, tables and words; scripts, styles and pictures stay behind', async () => {
    const long = '这是一整段的文字，够长，不会被当作标题，后面还有一些话要说，说完为止。';
    const { blocks, notes } = await paste(
      `<html xmlns:w="urn:x"><head><style>p{color:red}</style></head><body><h2>小标题</h2><p>${long}</p>
       <script>fetch('http://evil.example')</script><img src="http://evil.example/x.png" onerror="alert(1)">
       <table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table></body></html>`,
    );
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['heading', 'paragraph', 'table'],
    );
    assert.doesNotMatch(JSON.stringify(blocks), /evil|alert|color/);
    assert.match(notes.join(), /脚本/);
    assert.match(notes.join(), /图片/);
  });
  it('reads one short phrase, and cleans it up as files are', async () => {
    const { blocks } = await paste('<span>甲,\u200b乙</span>');
    assert.deepEqual(blocks, [{ kind: 'paragraph', content: [{ type: 'text', text: '甲，乙' }] }]);
  });
  it('refuses what is made to break programs', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const body = { html: '<b>'.repeat(3000) };
    assert.equal((await asked.ask(WRITE_ROUTES.paste, { method: 'POST', body })).status, 422);
  });
});

describe('Pictures and attachments are put into media/', () => {
  const put = (asked: Asked, name: string, bytes: Uint8Array) =>
    asked.ask(`${WRITE_ROUTES.media}?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: Uint8Array.from(bytes),
      headers: { 'content-type': 'application/octet-stream' },
    });
  const picture = png();

  it('under a name that is an address, with the ending that they are', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    const placed = async (name: string, bytes: Uint8Array = picture) =>
      (await json<PlacedFile>(put(asked, name, bytes))).src;
    assert.equal(await placed('..\\..\\窗口 照片（1）.PNG'), '../media/窗口-照片-1.png');
    assert.equal(await placed('窗口-照片-1.png'), '../media/窗口-照片-1.png', 'the same is there already');
    assert.equal(await placed('窗口-照片-1.png', png(chunk('tEXt', 'a'))), '../media/窗口-照片-1-2.png');
    assert.equal(await placed('...', jpeg()), '../media/file.jpg');
    assert.deepEqual((await readdir(join(asked.folder, 'media'))).sort(), [
      'file.jpg',
      '窗口-照片-1-2.png',
      '窗口-照片-1.png',
    ]);
  });
  it('unless they are something else than they say, or too large', async () => {
    const asked = await openDesk({ [FILE]: TEXT });
    for (const [name, bytes] of [
      ['a.png', Buffer.from('<html>')],
      ['a.svg', Buffer.from('GIF89a')],
      ['a.exe', Buffer.from('MZ')],
      ['a.docx', Buffer.from('PK\u0003\u0004')],
      ['a.png', Buffer.alloc(0)],
    ] as const)
      assert.equal((await put(asked, name, bytes)).status, 422, name);
    assert.equal((await put(asked, 'a.png', Buffer.alloc(MOST_MEDIA + 1))).status, 413);
    await assert.rejects(readdir(join(asked.folder, 'media')));
  });
  it('and are shown as they go out, to the page of the desk only', async () => {
    const telling = jpeg(
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, SECRET.length + 2]), Buffer.from(SECRET)]),
    );
    const asked = await openDesk({ [FILE]: TEXT, 'media/a.jpg': telling, 'texts/b.jpg': telling });
    const shown = (src: string, headers = {}) =>
      asked.ask(`${PICTURE_ROUTE}?src=${encodeURIComponent(src)}`, { headers });
    for (const src of ['a.jpg', '../media/a.jpg', '/media/a.jpg']) {
      const answer = await shown(src);
      assert.equal(answer.headers.get('content-type'), 'image/jpeg');
      assert.ok(!Buffer.from(await answer.arrayBuffer()).includes(SECRET));
    }
    for (const src of [
      '../texts/b.jpg',
      '../../media/../texts/b.jpg',
      '../site.yaml',
      'http://evil.example/a.jpg',
      '',
    ])
      assert.equal((await shown(src)).status, 404, src);
    assert.equal((await shown('a.jpg', { cookie: null })).status, 403);
  });
});

describe('A text becomes one in which a quotation can say where it is from', () => {
  const become = async (body: string) => {
    const text = entryFile(body);
    const asked = await openDesk({ [FILE]: text });
    const { digest } = await opened(asked);
    const answer = await asked.ask(WRITE_ROUTES.components, { method: 'POST', body: { file: FILE, digest } });
    return { asked, text, answer };
  };
  it('with every byte and its address, in one change', async () => {
    const { asked, text, answer } = await become('> 引文\n\n- 项\n\n末段。');
    assert.equal((await json<OpenItem>(answer)).file, `${FILE}x`);
    assert.equal(await textIn(asked, `${FILE}x`), text);
    await assert.rejects(textIn(asked, FILE));
    const [commit] = await json<{ id: string }[]>(asked.ask(ROUTES.history));
    await json(asked.ask(ROUTES.undo, { method: 'POST', body: { id: commit!.id } }));
    assert.equal(await textIn(asked, FILE), text);
  });
  it('unless it would read otherwise then', async () => {
    for (const body of ['写 {甲} 与乙。', '大于 <5 的。', '甲<br>乙']) {
      const { asked, text, answer } = await become(body);
      assert.equal(answer.status, 422, body);
      assert.equal(await textIn(asked, FILE), text);
    }
  });
});

describe('Tables that are brought in are decided on', () => {
  const UNITS = {
    'units/one.yaml': '# 一\nname: 第一支部\nplans:\n  - plan: other\n',
    'units/two.yaml': 'name: 第二支部\n',
    'texts/outline.md': entryFile('文。', { title: '学习纲要' }),
  };
  const PLAN =
    '2027年学习计划,,,\n时间,专题,形式,学习内容\n3月5日,甲,党课,《学习纲要》\n待定,乙,党课,《没有的书》\n';

  async function read({ ask }: Asked, name: string, text: string): Promise<InboxItem> {
    const { id } = await json<InboxItem>(
      ask(`${ROUTES.inbox}?name=${encodeURIComponent(name)}`, { method: 'POST', body: text }),
    );
    for (;;) {
      const item = (await json<InboxItem[]>(ask(ROUTES.inbox))).find((each) => each.id === id);
      if (item?.state === 'read' || item?.state === 'refused') return item;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
  const accept = ({ ask }: Asked, id: number, decision: object) =>
    ask(ROUTES.accept, {
      method: 'POST',
      body: {
        id,
        articles: [],
        tables: [{ index: 0, units: [], sessions: [], isUpdate: false, ...decision }],
      },
    });

  it('a plan with every unit’s dates, what it lacks, and the units that are to follow it, in one change', async () => {
    const asked = await openDesk(UNITS);
    const item = await read(asked, '计划.csv', PLAN);
    const plan = item.tables![0]!.plan!;
    assert.deepEqual(
      plan.units.map(({ name, days }) => [name, days.map(({ words, isOpen }) => [words, isOpen])]),
      ['第一支部', '第二支部'].map((name) => [
        name,
        [
          ['2027年3月5日', false],
          [plan.units[0]!.days[1]!.words, true],
        ],
      ]),
    );
    const [first, second] = plan.sessions;
    assert.deepEqual(first!.readings, ['texts/outline']);
    assert.deepEqual(second!.unmatched, ['《没有的书》']);
    assert.equal(second!.when, undefined);
    const sessions = [{ id: second!.id, on: '2027-04-09', readings: ['texts/outline'] }];
    assert.equal((await accept(asked, item.id, { units: ['nobody'], sessions })).status, 422);
    assert.deepEqual(await readdir(asked.folder).then((names) => names.includes('plans')), false);
    await json(accept(asked, item.id, { units: ['one'], sessions }));
    const text = await textIn(asked, `plans/${plan.id}.yaml`);
    assert.match(text, /on: 2027-04-09/);
    assert.equal(
      await textIn(asked, 'units/one.yaml'),
      `${UNITS['units/one.yaml']}  - { plan: ${plan.id} }\n`,
      'no other byte of the unit is changed',
    );
    assert.equal(await textIn(asked, 'units/two.yaml'), UNITS['units/two.yaml']);
    const [commit] = await json<{ id: string; files: string[] }[]>(asked.ask(ROUTES.history));
    assert.equal(commit!.files.length, 3);
    await json(asked.ask(ROUTES.undo, { method: 'POST', body: { id: commit!.id } }));
    assert.equal(await textIn(asked, 'units/one.yaml'), UNITS['units/one.yaml']);
  });

  it('a ledger that is there by its differences, brought up to date with the day until which it counts', async () => {
    const table = '编号,来源,收到日期,办结日\n1,信箱,2026-10-05,\n';
    const files = { 'ledgers/opinions.yaml': '# 题\ntitle: 意见台账\n', 'ledgers/opinions.csv': table };
    const asked = await openDesk(files);
    const next = `意见台账（截至2026年11月20日）,,,\n${table.replace('05,', '05,2026-10-12')}2,电话,2026-11-02,\n`;
    const item = await read(asked, 'opinions.csv', next);
    const { update } = item.tables![0]!;
    assert.equal(update?.file, 'ledgers/opinions.csv', item.report ?? item.refused);
    assert.equal(update?.asOf, '2026-11-20');
    assert.deepEqual(update?.differences.slice(0, 1), ['新增：2 2026-11-02']);
    await json(accept(asked, item.id, { isUpdate: true }));
    assert.match(await textIn(asked, 'ledgers/opinions.csv'), /2026-10-12[^]*2026-11-02/);
    assert.equal(await textIn(asked, 'ledgers/opinions.yaml'), '# 题\ntitle: 意见台账\nasOf: 2026-11-20\n');
  });
});
