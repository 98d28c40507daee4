import type { ComponentChildren } from 'preact';
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

/** What is the matter with one file's fields, or with the file as a whole: what is about a field leads there and stands behind it. */
export function OwnFindings({ item, findings, ...answered }: OwnFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section class="own-findings" aria-label={page.findings}>
      <ul>
        {findings.map((finding) => (
          <li key={keyOf(finding)} data-finding={finding.kind ?? 'fault'}>
            {hasField(item, finding) ? (
              <>
                {finding.reason}{' '}
                <button type="button" onClick={() => showField(finding.field ?? '')}>
                  {write.toField}
                </button>
              </>
            ) : (
              <Whole item={item} finding={finding} {...answered} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Findings by the fields of the form that they stand behind. */
export function fieldNotes({
  item,
  findings,
  ...answered
}: OwnFindingsProps): Record<string, ComponentChildren> {
  const names = [...new Set(findings.filter((each) => hasField(item, each)).map(({ field }) => field ?? ''))];
  const notesOf = (name: string) =>
    findings
      .filter(({ field }) => field === name)
      .map((finding) => (
        <div key={keyOf(finding)} class="field-note" data-finding={finding.kind ?? 'fault'}>
          <Whole item={item} finding={finding} {...answered} />
        </div>
      ));
  return Object.fromEntries(names.map((name) => [name, notesOf(name)]));
}

function hasField({ form, fields }: OpenItem, { field }: Finding): boolean {
  return fields !== undefined && form.fields.some(({ name }) => name === field);
}

interface WholeProps extends Omit<OwnFindingsProps, 'findings'> {
  finding: Finding;
}

function Whole({ item, finding, isChanged, onAnswered, onMend }: WholeProps) {
  return (
    <>
      <FindingWords finding={finding} onMend={onMend} />
      <DoubtAnswers item={item} doubt={finding} isChanged={isChanged} onAnswered={onAnswered} />
    </>
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

/** The findings of a file one field of which has no control in its form, such as the sessions of a plan: what is about that stands whole above it. */
export function findingsBesideForm(
  item: OpenItem,
  field: string,
  answers: Omit<OwnFindingsProps, 'item' | 'findings'>,
): OwnFindingsProps {
  const fields = item.form.fields.filter(({ name }) => name !== field);
  return { ...answers, findings: item.findings, item: { ...item, form: { ...item.form, fields } } };
}
