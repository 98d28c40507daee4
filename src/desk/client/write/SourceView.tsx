import { useRef } from 'preact/hooks';
import type { Finding } from '../../../domain/desk/api.ts';
import { page } from '../../../strings/desk-client.ts';
import { write } from '../../../strings/desk-write-client.ts';
import { keyOf } from '../OwnFindings.tsx';

interface Props {
  source: string;
  findings: readonly Finding[];
  onChange: (source: string) => void;
}

/** The whole text of a file with its lines numbered, and what is the matter at its line. */
export function SourceView({ source, findings, onChange }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = source.split('\n');
  const at = (line: number) => findings.filter((finding) => finding.line === line);
  const goTo = (line: number) => {
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    document.querySelector(`[data-source-line="${line}"]`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      {findings.length > 0 && (
        <ul class="source-findings" aria-label={page.findings}>
          {findings.map((finding) => (
            <li key={keyOf(finding)}>
              <button type="button" onClick={() => goTo(finding.line)}>
                {write.sourceLine(finding.line)}
              </button>{' '}
              {finding.reason} — {finding.remedy}
            </li>
          ))}
        </ul>
      )}
      <div class="source-view">
        <div class="source-view__lines" aria-hidden="true">
          {lines.map((line, index) => (
            <div
              key={index}
              data-source-line={index + 1}
              data-number={index + 1}
              class={at(index + 1).length > 0 ? 'is-wrong' : undefined}
            >
              {`${line}\u200b`}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          aria-label={page.sourceFile}
          spellcheck={false}
          value={source}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </div>
    </>
  );
}
