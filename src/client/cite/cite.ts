import { officialReference, quotation, standardReference, type Citable } from '../../domain/citation.ts';
import { citeWords as words } from '../../strings/cite-client.ts';
import { comfortStyles } from '../comfort/styles.ts';
import { copyText } from '../copy-text.ts';
import { todayInShanghai } from '../today.ts';
import { toaster } from '../toast.ts';
import { blockOf, passageOf, selectedPassage, type Passage } from './passage.ts';

/** Milliseconds without change after which a selection counts as made. */
const SETTLED = 300;

let bar: HTMLElement | undefined;
let say: ((words: string) => void) | undefined;
let settling = 0;

/** Handles what a reader does near the text: the first event of any kind adds a link beside every block; a click or a selection opens the bar. */
export function cite(event: Event, prose: HTMLElement): void {
  if (!prose.querySelector('.anchor')) offerLinks(prose);
  if (event.type === 'click' && prose.contains(event.target as Node)) citeAt(event, prose);
  else if (event.type === 'selectionchange') citeSelection(prose);
}

function offerLinks(prose: HTMLElement): void {
  void comfortStyles(prose.ownerDocument);
  prose.querySelectorAll<HTMLElement>('p[id],h2[id],h3[id],h4[id]').forEach((block) => {
    const link = prose.ownerDocument.createElement('a');
    link.className = 'anchor';
    link.href = `#${block.id}`;
    link.setAttribute('aria-label', words.paragraphLink(block.id));
    block.append(link);
  });
}

/** A click in the text: on a paragraph's link it copies the address and opens the bar, a finger's tap on a paragraph opens or closes it. */
function citeAt(event: Event, prose: HTMLElement): void {
  const target = event.target as Element;
  const block = blockOf(target);
  if (!block) return;
  if (target.closest('.anchor')) {
    void copyLink(prose, block);
  } else if ((event as PointerEvent).pointerType === 'touch' && !target.closest('a, button, summary')) {
    if (bar) closeBar();
    else if (!selectedPassage(prose)) void openBar(prose, passageOf(block));
  }
}

/** The browser has followed the link by now and with it lost the focus, which goes on to the bar. */
async function copyLink(prose: HTMLElement, block: HTMLElement): Promise<void> {
  await copy(prose, addressOf(block), words.linkCopied);
  await openBar(prose, passageOf(block));
  const next = bar?.querySelector('button') ?? block.querySelector<HTMLElement>('.anchor');
  next?.focus({ preventScroll: true });
}

/** Opens the bar for the selected words, once the selection has settled. */
function citeSelection(prose: HTMLElement): void {
  clearTimeout(settling);
  settling = window.setTimeout(() => {
    const passage = selectedPassage(prose);
    if (passage) void openBar(prose, passage);
  }, SETTLED);
}

async function openBar(prose: HTMLElement, passage: Passage): Promise<void> {
  const page = prose.ownerDocument;
  const facts = prose.dataset.cite;
  if (facts === undefined) return;
  await comfortStyles(page);
  closeBar();
  const entry = JSON.parse(facts) as Citable;
  const { paragraphs } = passage;
  const [first, last] = paragraphs;
  const name = words.paragraphs(first, last);
  bar = page.createElement('div');
  bar.className = 'reader-bar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words.label(name));
  const label = page.createElement('span');
  label.textContent = name;
  const act = (caption: string, run: () => void) => {
    const button = page.createElement('button');
    button.type = 'button';
    button.textContent = caption;
    button.addEventListener('click', run);
    return button;
  };
  bar.append(
    label,
    act(words.link, () => void copy(prose, addressOf(passage.block), words.linkCopied)),
    act(words.quote, () => {
      const text = passage.words
        ? quotation(passage.words, entry, paragraphs)
        : officialReference(entry, paragraphs);
      void copy(prose, text, words.quoteCopied);
    }),
    act(words.standard, () => {
      const { text, missing } = standardReference(entry, { address: pageAddress(), on: todayInShanghai() });
      const note = missing.length > 0 ? words.missing(missing) : '';
      void copy(prose, text, words.standardCopied + note);
    }),
    act(words.close, closeBar),
  );
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeBar();
  });
  // A button that takes the pointer would take the selection with it.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  placeAfter(passage.block, prose, bar);
}

/** The bar follows its paragraph in reading and tabbing order, wherever it is shown. */
function placeAfter(block: HTMLElement, prose: HTMLElement, bar: HTMLElement): void {
  let part: Element = block;
  while (part.parentElement && part.parentElement !== prose) part = part.parentElement;
  part.after(bar);
}

function closeBar(): void {
  bar?.remove();
  bar = undefined;
}

async function copy(prose: HTMLElement, text: string, done: string): Promise<void> {
  const page = prose.ownerDocument;
  say ??= toaster(page);
  const isWeChat = navigator.userAgent.includes('MicroMessenger');
  if (await copyText(text, page)) {
    say(done + (isWeChat ? words.weChat : ''));
    return;
  }
  say(words.failed);
  showField(page, text);
}

/** Where nothing may write to the clipboard, the words stand in the bar, selected. */
function showField(page: Document, text: string): void {
  const field = page.createElement('textarea');
  field.readOnly = true;
  field.value = text;
  field.setAttribute('aria-label', words.field);
  bar?.querySelector('textarea')?.remove();
  bar?.append(field);
  field.select();
}

function addressOf(block: HTMLElement): string {
  return `${pageAddress()}#${block.id}`;
}

/** The address that others can open: of a page on the disk, that of the published one where it is known. */
function pageAddress(): string {
  const [here = ''] = location.href.split(/[?#]/);
  if (location.protocol !== 'file:') return here;
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? here;
}
