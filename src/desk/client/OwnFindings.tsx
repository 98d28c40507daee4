import type { Finding, Mend, OpenItem } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { write } from '../../strings/desk-write-client.ts';
import { DoubtAnswers } from './write/DoubtAnswers.tsx';
import { FindingWords } from './write/FindingWords.tsx';

interface OwnFindingsProps {
  item: OpenItem;
  /** Those that stand beside no paragraph of the text. */
  findings: readonly Finding[];
  /** Whether something is not saved yet, so that no answer can be written. */
  isChanged: boolean;
  onAnswered: (item: OpenItem) => void;
  onMend: (mend: Mend) => void;
}

/** What is the matter with one file's fields, or with the file as a whole: each leads to its field, and a doubt can be answered. */
export function OwnFindings({ item, findings, isChanged, onAnswered, onMend }: OwnFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section class="own-findings" aria-label={page.findings}>
      <ul>
        {findings.map((finding) => (
          <li key={keyOf(finding)} data-finding={finding.kind ?? 'fault'}>
            <FindingWords finding={finding} onMend={onMend} />{' '}
            {finding.field !== undefined && (
              <button type="button" onClick={() => showField(finding.field!)}>
                {write.toField}
              </button>
            )}
            <DoubtAnswers item={item} doubt={finding} isChanged={isChanged} onAnswered={onAnswered} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What tells a finding from the others of its file. */
export function keyOf({ line, column, reason }: Finding): string {
  return `${line}:${column}${reason}`;
}

/** Puts the cursor into the control of a field. */
function showField(name: string): void {
  const field = document.querySelector(`.item__fields [data-field="${CSS.escape(name)}"]`);
  if (field instanceof HTMLDetailsElement) field.open = true;
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, select, textarea, summary')?.focus();
}
