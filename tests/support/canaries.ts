import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { readPdf } from './pdf.ts';
import { entryFile, SITE_YAML, type ContentFiles } from './site.ts';

/** What stands in every canary: letters and digits stay together in an index, in an address made of pinyin and in a file's name. */
const CANARY = /cnry[a-z0-9]*/g;
/** In names of files and ids. */
const ID = 'cnry';

/** The fields that decide whether an item of a kind is shown. */
export type State = Record<string, unknown>;

/** Where an item of each kind stands: with these fields, or not at all. */
export interface States {
  texts: State | undefined;
  speeches: State | undefined;
  articles: State | undefined;
  essays: State | undefined;
  bulletins: State | undefined;
  checklists: State | undefined;
  ledgers: State | undefined;
  formulas: State | undefined;
}

/** The same state for an item of each kind. */
export function allOf(state: State): States {
  return {
    texts: state,
    speeches: state,
    articles: state,
    essays: state,
    bulletins: state,
    checklists: state,
    ledgers: state,
    formulas: state,
  };
}

function canary(place: string): string {
  return `㐂cnry${place}`;
}

function yamlFile(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** A picture with words in it, of which a drawing program has left a comment. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- ${canary('comment')} --><title>${canary('drawing')}</title><rect width="9" height="9"/></svg>`;

/** Fields of all three kinds of the library. */
function shared(kind: string): Record<string, unknown> {
  return {
    title: canary(`${kind}title`),
    date: '2026-09-01',
    subtitle: canary(`${kind}subtitle`),
    topics: [canary(`${kind}topic`), '共同主题'],
    campaign: 'study',
    units: ['center'],
    summary: canary(`${kind}summary`),
    approval: { draftedBy: canary('drafted'), reviewedBy: canary('reviewed'), issuedBy: canary('issued') },
    source: {
      name: canary('source'),
      url: 'https://example.org/cnryurl',
      note: canary('sourcenote'),
      rules: [canary('rule')],
    },
    corrections: [
      {
        paragraph: 'p1',
        original: canary('original'),
        corrected: canary('corrected'),
        reason: canary('why'),
        role: canary('role'),
      },
    ],
    formerIds: [`${ID}-former-${kind}`],
    settled: [{ doubt: '日期', at: 'p1', because: canary('settled') }],
  };
}

const BODY = (kind: string) =>
  `${canary('original')}正文。\n\n![${canary('alt')}](${ID}.svg)\n\n${canary(`${kind}body`)}`;

/**
 * An office in which one item of each kind holds a canary in every field, and what else there is names it in every way there is. Items
 * without a state are not there, and nothing names them.
 */
export function officeWithCanaries(states: States): ContentFiles {
  const files: ContentFiles = { 'site.yaml': SITE_YAML };
  const there = (key: string) => states[key.split('/')[0] as keyof States] !== undefined;
  const only = (keys: string[]) => keys.filter(there);
  const library = only([`texts/${ID}-text`, `speeches/${ID}-speech`, `articles/${ID}-article`]);
  const pages = only([
    `essays/${ID}-essay`,
    `bulletins/${ID}-bulletin`,
    `checklists/${ID}-list`,
    `ledgers/${ID}-ledger`,
    `formulas/${ID}-formula`,
  ]);
  const links = [...library.map((key) => `[资料](${key}#p1)`), ...pages.map((key) => `[页面](/${key}/)`)];
  Object.assign(files, {
    'campaigns/study.yaml': yamlFile({
      name: '大讨论',
      organiser: '委',
      from: '2026-09-01',
      until: '2026-12-31',
      basis: [{ title: '依据' }, ...library.map((entry) => ({ title: '依据', entry }))],
      reports: [{ title: '总结', deadline: { on: '2026-12-18' } }],
    }),
    'units/center.yaml': yamlFile({
      name: '血液中心',
      meeting: { weekday: 5, time: '14:30', place: '会议室' },
      plans: [
        {
          plan: 'plan',
          adjustments: [
            {
              session: 'own',
              add: { title: '加学', form: '党课', when: { on: '2026-09-21' }, readings: library },
            },
          ],
        },
      ],
    }),
    'plans/plan.yaml': yamlFile({
      campaign: 'study',
      title: '计划',
      sessions: [
        {
          id: 's1',
          title: '第一讲',
          form: '集中学习',
          when: { week: 1 },
          readings: ['texts/open', ...library, ...library.map((key) => `${key}#p1`)],
        },
        { id: 's2', title: '第二讲', form: '交流研讨', when: 'unknown', readings: library },
      ],
    }),
    'texts/open.md': entryFile(
      `公开的正文${links.join('、')}，见[文末][end]。\n\n[end]: ${library[0] ?? '/library/'}`,
      { topics: ['共同主题'], units: ['center'], campaign: 'study' },
    ),
    'speeches/open.mdx': `---\ntitle: 公开讲话\ndate: 2026-09-02\nspeaker: { role: 主任 }\n---\n\n公开。\n\n${library.map((key) => `<Quote from="${key}#p1">引</Quote>\n\n另见<Ref to="${key}">那篇</Ref>。\n\n`).join('')}${there('formulas/x') ? `<Formula name="${ID}-formula">\n\n- 一\n\n</Formula>\n` : ''}`,
    'formulas/open.yaml': yamlFile({
      name: '三件事',
      lists: ['texts/open', ...library].map((source) => ({ items: ['一'], source })),
    }),
    'checklists/open.yaml': yamlFile({
      title: '公开清单',
      items: [{ text: '查' }],
      ...(library[0] && { basis: library[0] }),
    }),
    'receipts/study.csv': `事项,单位,收到日期,份数,备注\n总结,center,2026-12-01,1,\n${there('essays/x') ? `${canary('essaytitle')},center,2026-10-01,1,${canary('receipt')}\n` : ''}`,
    'published/center.yaml': yamlFile({
      events: [
        {
          uid: `center-plan-essay-${ID}-essay@zhixing`,
          plan: 'plan',
          sequence: 1,
          fingerprint: '0123456789abcdef',
          title: `报送截止：${canary('published')}`,
          day: '2026-10-09',
        },
        {
          uid: 'center-plan-s9@zhixing',
          plan: 'plan',
          sequence: 1,
          fingerprint: '0123456789abcdef',
          title: canary('deletedsession'),
          day: '2026-10-09',
        },
      ],
    }),
    [`media/${ID}.svg`]: DRAWING,
    [`media/${ID}-unused.svg`]: DRAWING,
  });
  const add = (key: string, text: (state: State) => string) => {
    const state = states[key.split('/')[0] as keyof States];
    if (state) files[key] = text(state);
  };
  add(`texts/${ID}-text.md`, (state) =>
    entryFile(BODY('text'), {
      ...shared('text'),
      issuer: canary('issuer'),
      author: canary('author'),
      documentNumber: canary('number'),
      ...state,
    }),
  );
  add(`speeches/${ID}-speech.md`, (state) =>
    entryFile(BODY('speech'), {
      ...shared('speech'),
      speaker: { name: canary('speaker'), role: canary('post') },
      occasion: canary('occasion'),
      place: canary('place'),
      ...state,
    }),
  );
  add(`articles/${ID}-article.md`, (state) =>
    entryFile(BODY('article'), {
      ...shared('article'),
      byline: canary('byline'),
      newspaper: canary('newspaper'),
      ...state,
    }),
  );
  add(`essays/${ID}-essay.mdx`, (state) => {
    const fields = {
      title: canary('essaytitle'),
      campaign: 'study',
      kind: '心得体会',
      writers: canary('writers'),
      quota: canary('quota'),
      genres: [canary('genre')],
      topics: [canary('essaytopic')],
      format: { note: canary('format') },
      deadline: { on: '2026-10-09' },
      submitTo: { office: canary('office'), routes: [canary('route')], phone: canary('phone') },
      subjectLine: canary('subject'),
      fileName: canary('file'),
      copies: canary('copies'),
      approval: canary('approval'),
      confidentiality: canary('secrecy'),
      awards: [canary('award')],
      attachments: [canary('attachment')],
      contact: canary('contact'),
      settled: [{ doubt: '日期', at: 'p1', because: canary('settled') }],
      ...state,
    };
    return `---\n${yamlFile(fields)}---\n\n${canary('essaybody')}\n\n![${canary('alt')}](${ID}.svg)\n`;
  });
  add(`bulletins/${ID}-bulletin.mdx`, (state) => {
    const fields = {
      title: canary('bulletintitle'),
      number: 7,
      date: '2026-10-01',
      campaign: 'study',
      issuer: canary('bulletinissuer'),
      sendTo: [canary('to')],
      copyTo: [canary('copy')],
      summary: canary('bulletinsummary'),
      ...state,
    };
    return `---\n${yamlFile(fields)}---\n\n${canary('bulletinbody')}\n`;
  });
  add(`checklists/${ID}-list.yaml`, (state) =>
    yamlFile({
      title: canary('listtitle'),
      campaign: 'study',
      summary: canary('listsummary'),
      columns: [canary('column')],
      items: [
        {
          group: canary('group'),
          text: canary('item'),
          standard: canary('standard'),
          owner: canary('owner'),
          evidence: canary('evidence'),
          note: canary('note'),
        },
      ],
      ...state,
    }),
  );
  add(`ledgers/${ID}-ledger.yaml`, (state) =>
    yamlFile({
      title: canary('ledgertitle'),
      campaign: 'study',
      unit: 'center',
      asOf: '2026-11-01',
      summary: canary('ledgersummary'),
      ...state,
    }),
  );
  if (states.ledgers)
    files[`ledgers/${ID}-ledger.csv`] =
      `来源,收到日期,办理类别,内容分类,内容\n${canary('from')},2026-10-08,${canary('class')},${canary('sort')},${canary('opinion')}\n`;
  add(`formulas/${ID}-formula.yaml`, (state) =>
    yamlFile({
      name: canary('formula'),
      aliases: [canary('alias')],
      summary: canary('formulasummary'),
      lists: [{ items: [canary('listed')], source: 'texts/open', note: canary('listnote') }],
      ...state,
    }),
  );
  if (states.texts)
    files[`topics/${ID}-topic.yaml`] = yamlFile({ name: canary('texttopic'), title: canary('topicname') });
  if (states.speeches)
    files[`speakers/${ID}-speaker.yaml`] = yamlFile({
      name: canary('speaker'),
      title: canary('speakername'),
    });
  return files;
}

/** Every canary in a file: in its name, in its bytes, and in whatever is packed in it, however deep. */
export async function canariesIn(name: string, bytes: Uint8Array): Promise<string[]> {
  const inner = await unpacked(name, bytes);
  const words = inner.length > 0 ? [name] : [name, Buffer.from(bytes).toString('utf8')];
  const deeper = await Promise.all(inner.map(([part, content]) => canariesIn(part, content)));
  return [...words.flatMap((text) => text.match(CANARY) ?? []), ...deeper.flat()];
}

async function unpacked(name: string, bytes: Uint8Array): Promise<[string, Uint8Array][]> {
  const [first, second, third] = bytes;
  if (first === 0x1f && second === 0x8b) return [['', gunzipSync(bytes)]];
  if (first === 0x50 && second === 0x4b && third === 0x03) return Object.entries(unzipSync(bytes));
  if (name.endsWith('.br')) return [['', brotliDecompressSync(bytes)]];
  if (name.endsWith('.pdf')) {
    const { pages, title, outline } = await readPdf(bytes);
    return [['', Buffer.from([title, ...outline, ...pages.map(({ text }) => text)].join('\n'))]];
  }
  return [];
}

/** The files below a folder that hold a canary, dotfiles included, each with the canaries it holds. */
export async function canariesBelow(folder: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    const canaries = [...new Set(await canariesIn(name, await readFile(path)))];
    if (canaries.length > 0) found.set(name, canaries);
  }
  return found;
}
