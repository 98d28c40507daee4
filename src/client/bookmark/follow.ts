import { readingMinutes } from '../../domain/reading-time.ts';
import { placeWords as words } from '../../strings/comfort-client.ts';
import { comfortStyles } from '../comfort/styles.ts';
import { deviceStore } from '../store.ts';
import { todayInShanghai } from '../today.ts';
import { isBookmark, type Bookmark } from './bookmark.ts';

/** Milliseconds between two notes of the place. */
const NOTED_EVERY = 1000;
/** Positions before this paragraph are not worth returning to. */
const FIRST_WORTH = 4;

/** Says how far the reader has come and how much is left, keeps the place on the device, and offers the way back to the last one. */
export async function followReading(prose: HTMLElement): Promise<void> {
  const page = prose.ownerDocument;
  const blocks = [...prose.querySelectorAll<HTMLElement>('[id^="p"]')].filter(
    (block) => !block.querySelector('[id^="p"]'),
  );
  if (blocks.length < FIRST_WORTH) return;
  await comfortStyles(page);
  const store = deviceStore(() => localStorage);
  const key = `place.${location.pathname}`;
  const last = store.read(key, isBookmark);
  const left = lettersLeft(blocks);
  const bar = page.createElement('div');
  bar.className = 'reader-bar reader-bar--place';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words.label);
  const status = page.createElement('span');
  bar.append(status);
  bar.hidden = true;
  page.body.append(bar);
  if (last && location.hash === '' && window.scrollY < window.innerHeight) offerBack(page, bar, last);

  const title = page.querySelector('h1')?.textContent ?? '';
  let noted = 0;
  const note = () => {
    const index = indexInView(blocks);
    const block = blocks[index];
    const isEnd = prose.getBoundingClientRect().bottom < window.innerHeight;
    if (!block || (index === 0 && !isEnd)) return;
    const hasWorth = index + 1 >= FIRST_WORTH && !isEnd;
    store.write(
      key,
      hasWorth ? ({ at: block.id, title, on: todayInShanghai() } satisfies Bookmark) : undefined,
    );
  };
  const show = () => {
    const index = indexInView(blocks);
    const isInside = index >= 0 && window.scrollY > 0;
    const hasBack = bar.querySelector('button') !== null;
    bar.hidden = !isInside && !hasBack;
    status.hidden = !isInside;
    const isEnd = prose.getBoundingClientRect().bottom < window.innerHeight;
    status.textContent = isEnd
      ? words.end
      : words.reading(
          blocks[Math.max(0, index)]?.id.slice(1) ?? '',
          readingMinutes(left[Math.max(0, index)] ?? 0),
        );
    const now = Date.now();
    if (isInside && now - noted > NOTED_EVERY) {
      noted = now;
      note();
    }
  };
  let frame = 0;
  page.addEventListener(
    'scroll',
    () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(show);
    },
    { passive: true },
  );
  page.addEventListener('visibilitychange', note);
  show();
}

function offerBack(page: Document, bar: HTMLElement, { at }: Bookmark): void {
  const back = page.createElement('button');
  const notNow = page.createElement('button');
  back.type = notNow.type = 'button';
  back.textContent = words.back(at.slice(1));
  notNow.textContent = words.notNow;
  const withdraw = () => {
    back.remove();
    notNow.remove();
  };
  back.addEventListener('click', () => {
    withdraw();
    // The address names the paragraph: the browser goes there, marks it, and reads on from there.
    location.replace(`#${at}`);
  });
  notNow.addEventListener('click', () => {
    withdraw();
    bar.hidden = true;
  });
  bar.append(back, notNow);
}

/** Index of the block at the upper third of the window, -1 above the text. Blocks stand one below the other. */
function indexInView(blocks: readonly HTMLElement[]): number {
  const line = window.innerHeight / 3;
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().top ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Characters from the start of each block to the end of the text. */
function lettersLeft(blocks: readonly HTMLElement[]): number[] {
  let left = 0;
  return blocks
    .map((block) => block.textContent?.length ?? 0)
    .reverse()
    .map((length) => (left += length))
    .reverse();
}
