import { scheduleWords } from '../strings/schedule-client.ts';

/**
 * Lets a reader see a schedule by stage or by month, as a table or as a list. The lines themselves are moved,
 * so that ticks and opened explanations stay as they are.
 */
export function offerViews(schedule: HTMLElement): void {
  const switches = schedule.querySelector<HTMLElement>('[data-views]');
  const stages = [...schedule.querySelectorAll<HTMLElement>('[data-group]')];
  if (!switches || stages.length === 0) return;
  const homes = stages.map((stage) => ({ body: stage.querySelector('tbody'), lines: linesOf(stage) }));
  const months = document.createElement('div');
  stages[stages.length - 1]?.after(months);

  const byStage = () => {
    for (const { body, lines } of homes) body?.append(...lines);
    stages.forEach((stage) => (stage.hidden = false));
    months.replaceChildren();
  };
  const byMonth = () => {
    const first = stages[0];
    if (!first) return;
    const groups = new Map<string, HTMLElement[]>();
    for (const line of homes.flatMap(({ lines }) => lines).sort(byDay)) {
      const month = line.dataset.day?.slice(0, 7) ?? '';
      groups.set(month, [...(groups.get(month) ?? []), line]);
    }
    months.replaceChildren(...[...groups].map(([month, lines]) => monthSection(first, month, lines)));
    stages.forEach((stage) => (stage.hidden = true));
  };
  switches.append(
    choice([
      [scheduleWords.byStage, byStage],
      [scheduleWords.byMonth, byMonth],
    ]),
    choice([
      [scheduleWords.asTable, () => schedule.classList.add('as-table')],
      [scheduleWords.asList, () => schedule.classList.remove('as-table')],
    ]),
  );
  switches.hidden = false;
}

function linesOf(stage: HTMLElement): HTMLElement[] {
  return [...stage.querySelectorAll<HTMLElement>('tbody > tr')];
}

function byDay(a: HTMLElement, b: HTMLElement): number {
  const [one, other] = [a.dataset.day ?? '9999', b.dataset.day ?? '9999'];
  return one === other ? 0 : one < other ? -1 : 1;
}

function monthSection(like: HTMLElement, month: string, lines: HTMLElement[]): HTMLElement {
  const section = like.cloneNode(true) as HTMLElement;
  section.hidden = false;
  const title = section.querySelector('h2');
  if (title) title.textContent = month ? scheduleWords.month(month) : scheduleWords.undated;
  section.querySelector('tbody')?.replaceChildren(...lines);
  return section;
}

/** Two or more ways to see the same thing, one of them pressed. */
function choice(ways: readonly (readonly [words: string, show: () => void])[]): HTMLElement {
  const group = document.createElement('span');
  group.setAttribute('role', 'group');
  const buttons = ways.map(([words, show], index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.setAttribute('aria-pressed', String(index === 0));
    button.addEventListener('click', () => {
      buttons.forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
      show();
    });
    return button;
  });
  group.append(...buttons);
  return group;
}
