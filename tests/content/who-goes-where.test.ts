import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { shortDay } from '../../src/domain/day.ts';
import { noticeText, type NoticeFacts } from '../../src/domain/schedule/notice.ts';
import { numberedSessions } from '../../src/domain/schedule/by-stage.ts';
import type { ScheduledSession } from '../../src/domain/schedule/schedule.ts';
import { occasionsOf, weekOnly } from '../../src/domain/schedule/sittings.ts';
import { resolveSite } from '../../src/site/resolve-site.ts';
import type { UnitSchedule } from '../../src/site/site.ts';
import { readContent } from '../../src/source/read-content.ts';
import { demoSite, type DemoSite } from '../support/demo-site.ts';
import { ROOT, wordsOf } from '../support/site.ts';
import { meantPlaces, meantTimes, toldTimes } from '../support/told-occasions.ts';
import { all, partsOf } from '../support/word.ts';

let site: DemoSite;
let schedules: readonly UnitSchedule[];
before(async () => {
  site = await demoSite();
  const content = await readContent(join(ROOT, 'content'));
  schedules = resolveSite(content, { audience: 'public', drafts: false }).schedules;
});

/** The words of each cell of the rows of a table in HTML, by the number in the first cell. */
function rowsByNumber(html: string): Map<number, string[]> {
  const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) => wordsOf(cell)),
  );
  return new Map(rows.map((cells) => [Number(cells[0]), cells]));
}

const sheetIn = (html: string, id: string) =>
  new RegExp(`<section class="sheet[^>]* id="${id}".*?</section>`, 'su').exec(html)?.[0] ?? '';

/** What one output says of a session: the words for its times, and those that name its places. */
interface Said {
  times: string;
  places: string;
  /** Whether other days stand beside it: the plan's own rule. */
  besideRule?: boolean;
}

/** Every output that shows a schedule, by its name: what it says of each session. */
async function outputsOf(of: UnitSchedule): Promise<Record<string, (session: ScheduledSession, number: number) => Said>> {
  const address = `units/${of.unit.id}/${of.plan.id}`;
  const [page, print, ics] = await Promise.all([
    site.read(`/${address}/`),
    site.read(`/${address}/print/`),
    readFile(join(site.folder, `${address}.ics`), 'utf8'),
  ]);
  const upright = rowsByNumber(sheetIn(print, 'schedule'));
  const lying = rowsByNumber(sheetIn(print, 'schedule-wide'));
  const [table] = all(
    partsOf(await readFile(join(site.folder, `${address}.docx`))).get('word/document.xml')!,
    'w:tbl',
  );
  const word = new Map(
    all(table!, 'w:tr').map((row) => {
      const cells = all(row, 'w:tc').map((cell) =>
        all(cell, 'w:t')
          .map(({ text }) => text)
          .join(''),
      );
      return [Number(cells[0]), cells] as const;
    }),
  );
  const rows = await readSheet(await readFile(join(site.folder, `${address}.xlsx`)));
  const head = rows.find(([first]) => first === '序号')!;
  const excel = new Map(rows.map((row) => [row[0], row.map((cell) => (typeof cell === 'string' ? cell : ''))]));
  const events = ics
    .replace(/\r\n /g, '')
    .split('BEGIN:VEVENT')
    .slice(1);
  const column = (name: string) => head.indexOf(name);
  const wideCell = (cells: readonly string[] | undefined): Said => ({
    times: cells?.[1] ?? '',
    places: `${cells?.[1]}${cells?.[8]}`,
  });
  return {
    page: ({ id, reason = '' }) => {
      const row = page.split(`data-session="${id}"`)[1]!.split('</tr>')[0]!;
      const cell = wordsOf(row.split('</td>')[0]!.replace(/^[^>]*>/u, '')).replace(reason, '');
      return { times: cell, places: cell };
    },
    'print page, upright': (_, number) => {
      const cell = upright.get(number)?.[1] ?? '';
      return { times: cell, places: cell };
    },
    'print page, lying': (_, number) => wideCell(lying.get(number)),
    Word: (_, number) => wideCell(word.get(number)),
    Excel: (_, number) => {
      const cells = excel.get(number) ?? [];
      const times = (cells[column('时间')] ?? '')
        .split('\n')
        .filter((line) => !line.startsWith('说明：'))
        .join('\n');
      return { times, places: `${times}${cells[column('地点')]}`, besideRule: true };
    },
    calendar: ({ id }) => {
      const own = events.filter((event) =>
        new RegExp(`^UID:${of.unit.id}-${of.plan.id}-${id}(?:-(?:group|sitting|make-up)[-\\d]*)?@`, 'mu').test(event),
      );
      const times = own
        .filter((event) => !event.includes('STATUS:CANCELLED'))
        .map((event) => {
          const day = /^DTSTART[^:]*:\d{4}(\d{2})(\d{2})(?:T(\d{2})(\d{2}))?/mu.exec(event)!;
          return `${Number(day[1])}月${Number(day[2])}日${day[3] ? `${day[3]}:${day[4]}` : ''}`;
        });
      return { times: times.join('；'), places: own.join('').replaceAll('\\,', ',') };
    },
    notice: ({ id }) => {
      const facts = new RegExp(`data-notice="([^"]*)" data-notice-key="[^"]*/${id}"`, 'u').exec(page)?.[1] ?? '{}';
      const text = noticeText(JSON.parse(wordsOf(facts)) as NoticeFacts);
      // Why the session is on its day may name the one that it was on before.
      return { times: text.replace(/^说明：.*$/mu, ''), places: text };
    },
  };
}

describe('who goes where when', () => {
  it('is the same on page, print page, in Word, Excel, calendar and notice, for every session of the demo', async () => {
    assert.ok(schedules.length > 5);
    for (const of of schedules) {
      const outputs = await outputsOf(of);
      for (const [index, session] of numberedSessions(of.schedule, of.campaign.stages).entries()) {
        for (const [name, sayOf] of Object.entries(outputs)) {
          const where = `${of.unit.id}/${of.plan.id} ${session.id}: ${name}`;
          const isDue = session.timing === 'by';
          // Who is told to come is told when; self-study has no notice, and a notice names no day by which a meeting is to be held.
          if (name === 'notice' && (session.form === '个人自学' || isDue)) continue;
          // What is not held is in no calendar; elsewhere its reason may name a day.
          if (session.status === 'dropped' && name !== 'calendar') continue;
          const { times, places, besideRule } = sayOf(session, index + 1);
          // Self-study of a week: a table that is read back names the week.
          if (besideRule && session.week && isDue) continue;
          const told = toldTimes(times);
          // Without a meeting day it is held some time in its week: texts name the week, calendars nothing.
          const week = name !== 'calendar' && !besideRule ? weekOnly(session) : undefined;
          const occasions = week ? [shortDay(week.from), shortDay(week.until)] : meantTimes(session);
          const meant = occasions.map((each) => (name === 'calendar' ? each.replace(/—.*$/u, '') : each));
          if (besideRule) for (const each of meant) assert.ok(told.some((time) => time.startsWith(each)), `${where}: ${each} in ${times}`);
          else assert.deepEqual(told.toSorted(), meant.toSorted(), where);
          if (isDue || occasionsOf(session).length === 0) continue;
          for (const place of meantPlaces(session)) assert.ok(places.replace(/\s/gu, '').includes(place.replace(/\s/gu, '')), `${where}: ${place}`);
        }
      }
    }
  });
});
