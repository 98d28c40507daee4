import { longDay, shortDay, weekdayName } from '../domain/day.ts';
import { scheduleWords } from '../strings/schedule-client.ts';
import { offerNotices } from './notices.ts';
import { offerViews } from './schedule-views.ts';
import { deviceStore } from './store.ts';
import { offerTicks } from './ticks.ts';
import { toaster } from './toast.ts';
import { todayInShanghai } from './today.ts';

/** Starts a schedule page: what is due next on top, views, ticks, notices. */
export function startSchedulePage(page: Document): void {
  const schedule = page.querySelector<HTMLElement>('[data-schedule]');
  if (!schedule) return;
  const store = deviceStore(() => localStorage);
  showNext(schedule);
  offerTicks(schedule, store);
  offerNotices(schedule, store, toaster(page));
  offerViews(schedule);
}

function showNext(schedule: HTMLElement): void {
  const line = schedule.querySelector<HTMLElement>('[data-next]');
  if (!line) return;
  const today = todayInShanghai();
  const rows = [...schedule.querySelectorAll<HTMLElement>('tbody tr:not(.is-dropped)')].map((row) =>
    [...row.querySelectorAll<HTMLElement>('time')].filter((time) => !time.closest('details')),
  );
  const coming = rows
    .flat()
    .map((time) => ({ time, day: time.getAttribute('datetime') ?? '' }))
    .filter(({ day }) => day >= today);
  const day = coming.map((each) => each.day).sort()[0];
  if (day === undefined) {
    // What has no day is not over.
    const isOver = rows.every((times) => times.length > 0);
    line.textContent = isOver ? scheduleWords.over : scheduleWords.nextUndated;
    return;
  }
  const subjects = coming
    .filter((each) => each.day === day)
    .map(({ time }) => time.closest('tr')?.querySelector('.subject')?.textContent.trim() ?? '');
  const date = document.createElement('time');
  date.dateTime = day;
  date.textContent = `${day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : longDay(day)}（${weekdayName(day)}）`;
  line.replaceChildren(scheduleWords.next, date, ` ${[...new Set(subjects)].join('；')}`);
}
