import { shortDay, weekdayName } from '../domain/day.ts';
import { scheduleWords } from '../strings/schedule-client.ts';
import { offerNotices } from './notices.ts';
import { offerViews } from './schedule-views.ts';
import { deviceStore } from './store.ts';
import { offerTicks } from './ticks.ts';
import { toaster } from './toast.ts';
import { todayInShanghai } from './today.ts';

/** Starts a schedule page: the next thing due on top, views, ticks, notices. */
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
  const dates = rows.flat();
  const [next] = dates
    .flatMap((time) => ({ time, day: time.getAttribute('datetime') ?? '' }))
    .filter(({ day }) => day >= today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (!next) {
    // What has no day is not over.
    const isOver = rows.every((times) => times.length > 0);
    line.textContent = isOver ? scheduleWords.over : scheduleWords.nextUndated;
    return;
  }
  const { time, day } = next;
  const subject = time.closest('tr')?.querySelector('.subject')?.textContent ?? '';
  line.textContent = scheduleWords.next(`${shortDay(day)}（${weekdayName(day)}）`, subject);
}
