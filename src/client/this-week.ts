import { shortDay, weekdayName, type Day } from '../domain/day.ts';
import { weekWords } from '../strings/week-client.ts';

/** Most deadlines named beside the week. */
const MOST_DUE = 6;

/**
 * Shows the week that holds `today` out of all weeks of an agenda, with the next week that has something when this one is empty;
 * the rest stays one button away. Fills the list of coming deadlines, where there is one.
 */
export function showWeek(agenda: HTMLElement, today: Day, due: HTMLElement | null): void {
  const weeks = [...agenda.querySelectorAll<HTMLElement>('[data-week]')];
  const current = weeks.find(
    ({ dataset }) => (dataset.week ?? '') <= today && today <= (dataset.weekUntil ?? ''),
  );
  const next = weeks.find(({ dataset }) => (dataset.week ?? '') > today);
  const note = document.createElement('p');
  note.className = 'week-note';
  note.textContent = current ? '' : next ? weekWords.noneThisWeek : wordsWithoutNext(agenda, weeks.length);
  note.hidden = note.textContent === '';
  const shown = new Set([current ?? next]);
  const others = [...agenda.querySelectorAll<HTMLElement>('.week')].filter((week) => !shown.has(week));
  const setOpen = (isOpen: boolean) => {
    others.forEach((week) => (week.hidden = !isOpen));
    more.textContent = isOpen ? weekWords.onlyThis : weekWords.all;
    more.setAttribute('aria-expanded', String(isOpen));
  };
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'more';
  more.addEventListener('click', () => setOpen(more.getAttribute('aria-expanded') !== 'true'));
  agenda.prepend(note);
  agenda.append(more);
  more.hidden = others.length === 0;
  setOpen(false);
  if (due) showDue(agenda, today, due);
}

/** What to say where nothing that has a day is yet to come: what has none is not over. */
function wordsWithoutNext(agenda: HTMLElement, weeks: number): string {
  if (agenda.querySelector('[data-undated]')) return weekWords.nextUndated;
  return weeks > 0 ? weekWords.over : weekWords.none;
}

function showDue(agenda: HTMLElement, today: Day, due: HTMLElement): void {
  const coming = [...agenda.querySelectorAll<HTMLElement>('[data-due-title]')]
    .flatMap((item) => {
      const day = item.closest<HTMLElement>('[data-item-day]')?.dataset.itemDay ?? '';
      return day >= today ? [{ item, day }] : [];
    })
    .filter(
      ({ item, day }, index, all) =>
        all.findIndex(
          (other) => other.day === day && other.item.dataset.dueTitle === item.dataset.dueTitle,
        ) === index,
    )
    .slice(0, MOST_DUE);
  const list = due.querySelector('ul');
  list?.replaceChildren(
    ...coming.map(({ item, day }) => {
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = item.querySelector('a')?.href ?? '#';
      link.textContent = item.dataset.dueTitle ?? '';
      const date = document.createElement('time');
      date.dateTime = day;
      date.textContent = `${shortDay(day)} ${weekdayName(day)}`;
      line.append(link, date, item.querySelector('.announce')?.textContent ?? '');
      return line;
    }),
  );
  due.hidden = coming.length === 0;
}
