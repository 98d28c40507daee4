import { comfortWords } from '../../strings/comfort-client.ts';
import { comfortStyles } from './styles.ts';
import { isChinese } from './voices.ts';

/** Characters in one utterance: Chromium stops speaking in the middle of long ones (https://crbug.com/679437). */
const MOST_LETTERS = 160;

/** Reads the text aloud from the paragraph in view, marking the one being read, until it ends or the button is pressed again. */
export async function use(button: HTMLElement): Promise<void> {
  const page = button.ownerDocument;
  const speech = window.speechSynthesis;
  const stop = () => {
    button.textContent = comfortWords.readAloud;
    page.querySelector('.is-read')?.classList.remove('is-read');
  };
  if (speech.speaking || speech.pending) {
    speech.cancel();
    stop();
    return;
  }
  button.textContent = comfortWords.stop;
  window.addEventListener('pagehide', () => speech.cancel(), { once: true });
  const voice = speech.getVoices().find(isChinese) ?? null;
  const parts = partsFromView(page);
  await comfortStyles(page);
  const speak = (index: number) => {
    const part = parts[index];
    if (!part) {
      stop();
      return;
    }
    page.querySelector('.is-read')?.classList.remove('is-read');
    part.block.classList.add('is-read');
    if (part.isFirst) bringIntoView(part.block);
    const utterance = new SpeechSynthesisUtterance(part.words);
    utterance.voice = voice;
    utterance.lang = voice?.lang ?? 'zh-CN';
    utterance.onend = () => {
      if (button.textContent === comfortWords.stop) speak(index + 1);
    };
    utterance.onerror = stop;
    speech.speak(utterance);
  };
  speak(0);
}

interface Part {
  block: Element;
  words: string;
  isFirst: boolean;
}

/** The text from the first block in view on, in parts of at most a few sentences. */
function partsFromView(page: Document): Part[] {
  const blocks = [...page.querySelectorAll('[data-prose] [id^="p"]')].filter(
    (block) => !block.querySelector('[id^="p"]'),
  );
  const first = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
  return blocks
    .slice(Math.max(0, first))
    .flatMap((block) =>
      sentences(block.textContent ?? '').map((words, index) => ({ block, words, isFirst: index === 0 })),
    );
}

function sentences(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text.trim().match(/[^。！？；]+[。！？；]?[”’）]?|[。！？；]/g) ?? []) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length + sentence.length <= MOST_LETTERS)
      parts[parts.length - 1] = last + sentence;
    else parts.push(sentence);
  }
  return parts;
}

function bringIntoView(block: Element): void {
  const { top, bottom } = block.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) block.scrollIntoView({ block: 'center' });
}
