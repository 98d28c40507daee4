import { useState } from 'preact/hooks';
import { ROUTES, type Finding, type OpenItem } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { say, trying } from './said.tsx';

interface OwnFindingsProps {
  item: OpenItem;
  /** Whether something is not saved yet, so that no answer can be written. */
  isChanged: boolean;
  onSettled: (item: OpenItem) => void;
}

/** What is the matter with one file: each leads to its paragraph, and a doubt can be answered. */
export function OwnFindings({ item, isChanged, onSettled }: OwnFindingsProps) {
  if (item.findings.length === 0) return null;
  const takesAnswers = item.form.fields.some(({ name }) => name === 'settled');
  return (
    <section class="own-findings" aria-label={page.findings}>
      <ul>
        {item.findings.map((finding) => (
          <li
            key={`${finding.line}:${finding.column}${finding.reason}`}
            data-finding={finding.kind ?? 'fault'}
          >
            {finding.reason} — {finding.remedy}{' '}
            <button type="button" onClick={() => showLine(finding.line, item)}>
              {page.toParagraph}
            </button>
            {takesAnswers && finding.kind !== undefined && finding.kind !== '答复' && (
              <AsInSource item={item} doubt={finding} isChanged={isChanged} onSettled={onSettled} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 原件如此: a reason, and the doubt is settled. */
function AsInSource({ item, doubt, isChanged, onSettled }: OwnFindingsProps & { doubt: Finding }) {
  const [because, setBecause] = useState<string>();
  if (because === undefined)
    return (
      <button type="button" onClick={() => setBecause('')}>
        {page.asInSource}
      </button>
    );
  const settle = (event: Event) => {
    event.preventDefault();
    if (isChanged) {
      say(page.saveFirst);
      return;
    }
    void trying(async () => {
      const { kind, words = '', reason, paragraph } = doubt;
      const body = {
        file: item.file,
        digest: item.digest,
        doubt: { kind, words, reason, paragraph },
        because,
      };
      onSettled(await ask<OpenItem>(ROUTES.settle, { method: 'POST', body }));
      say(page.settled);
    });
  };
  return (
    <form onSubmit={settle}>
      <label>
        {page.because}{' '}
        <input value={because} onInput={({ currentTarget }) => setBecause(currentTarget.value)} />
      </label>{' '}
      <button type="submit">{page.settle}</button>
    </form>
  );
}

/** Brings the block into view that a line of the file belongs to. */
function showLine(line: number, { blocks = [] }: OpenItem): void {
  const index = blocks.findIndex(({ lines: [first, last] }) => first <= line && line <= last);
  const shown = document.querySelector('.text__body > .ProseMirror')?.children[index];
  shown?.scrollIntoView({ block: 'center' });
  shown?.classList.add('is-meant');
  setTimeout(() => shown?.classList.remove('is-meant'), 2000);
}
