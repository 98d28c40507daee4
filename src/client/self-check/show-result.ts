import type { CheckedText } from '../../domain/self-check/checked-text.ts';
import type { Finding } from '../../domain/self-check/finding.ts';
import {
  checkWords as words,
  FINDING_GROUPS,
  findingWords,
  lengthVerdict,
  placesWords,
} from '../../strings/self-check.ts';
import { copyText } from '../copy-text.ts';
import { make, makeButton } from './elements.ts';
import { printAlone } from './print-alone.ts';
import { showOverlaps } from './show-overlaps.ts';
import type { Shown } from './shown.ts';

/** Shows the result of a check in place of an earlier one. */
export function showResult(place: HTMLElement, shown: Shown): void {
  const { text, result, overlaps, isCut, say } = shown;
  const count = result.findings.length + (overlaps?.length ?? 0);
  const head = make('h3', undefined, words.result(count));
  head.tabIndex = -1;
  const body = make('div', 'check-result', head);
  if (text.fileName) body.append(make('p', 'soft', text.fileName));
  if (isCut) body.append(make('p', 'check-todo', words.isCut));
  const { groups, passed } = showFindings(shown);
  body.append(showCount(shown), ...groups, showOverlaps(shown), passed, make('p', 'soft', words.caution));
  const copy = async () => {
    const isCopied = await copyText(plainResult(body), document);
    say(isCopied ? words.copied : words.copyFailed);
  };
  place.replaceChildren(
    body,
    make(
      'p',
      'tools bar',
      makeButton(words.copy, () => void copy()),
      makeButton(words.print, () => printAlone('prints-self-check')),
    ),
  );
}

function showCount({ result, requirements }: Shown): HTMLElement {
  const { count, footnotes } = result;
  const rule = make(
    'details',
    'counting',
    make('summary', undefined, words.counting),
    make('p', undefined, words.countingRule),
  );
  if (count.moreInWord > 0) {
    rule.append(make('p', undefined, words.moreInWord(count.moreInWord, count.words + count.moreInWord)));
  }
  const block = make(
    'div',
    'check-count',
    make(
      'p',
      'num',
      `${words.words} `,
      make('strong', undefined, String(count.words)),
      `　${words.han} `,
      make('strong', undefined, String(count.han)),
    ),
    make('p', undefined, lengthVerdict(count, requirements)),
  );
  if (footnotes.words > 0) block.append(make('p', 'soft', words.footnotes(footnotes.words, footnotes.han)));
  block.append(rule);
  block.dataset.words = String(count.words);
  block.dataset.han = String(count.han);
  return block;
}

function showFindings(shown: Shown): { groups: HTMLElement[]; passed: HTMLElement } {
  const { result, requirements, text } = shown;
  const passed: string[] = [];
  const groups = FINDING_GROUPS.flatMap(([title, kinds]) => {
    const found = result.findings.filter(({ kind }) => kinds.includes(kind));
    if (found.length > 0) {
      return [
        make(
          'section',
          undefined,
          make('h4', undefined, title),
          make('ol', 'check-list', ...found.map((finding) => showFinding(finding, text))),
        ),
      ];
    }
    const isFormat = kinds.includes('face');
    const isFileName = kinds.includes('file name');
    if (isFormat && !requirements.format) passed.push(words.silent);
    else if (isFormat && text.margins.length === 0) passed.push(words.noFormat);
    else if (isFileName && text.fileName === undefined)
      passed.push(requirements.fileName === undefined ? '' : words.noFileName);
    else if (!isFileName || requirements.fileName !== undefined) passed.push(words.passed(title));
    return [];
  });
  const lines = passed.filter(Boolean).map((line) => make('li', undefined, line));
  return { groups, passed: lines.length > 0 ? make('ul', 'check-passed', ...lines) : make('div') };
}

function showFinding(finding: Finding, { places }: CheckedText): HTMLElement {
  const { what, todo } = findingWords(finding);
  const numbers =
    'numbers' in finding ? finding.numbers : finding.number === undefined ? [] : [finding.number];
  const line = make('li', undefined);
  line.dataset.finding = finding.kind;
  if (numbers.length > 0) line.append(make('span', 'check-place num', placesWords(numbers, places)), ' ');
  line.append(make('strong', undefined, what), ' ');
  if (finding.words) line.append(make('q', 'check-words', finding.words), ' ');
  line.append(make('span', 'check-todo', todo));
  return line;
}

/** The result as plain text, a line for every finding. */
function plainResult(body: HTMLElement): string {
  const lines = Array.from(body.querySelectorAll<HTMLElement>('h3, h4, p, li'));
  return lines
    .filter((line) => !line.closest('details, .tools'))
    .map((line) => {
      const text = Array.from(line.childNodes)
        .filter((child) => !(child instanceof HTMLButtonElement))
        .map((child) =>
          child instanceof HTMLQuoteElement ? `“${child.textContent ?? ''}”` : (child.textContent ?? ''),
        )
        .join('');
      return (line.matches('li') ? '· ' : line.matches('h4') ? '\n' : '') + text.replace(/ +/g, ' ').trim();
    })
    .join('\n');
}
