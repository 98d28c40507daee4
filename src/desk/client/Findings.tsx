import type { Finding } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { addressOf } from './route.ts';

const MOST = 20;

/** Faults or doubts of many files: each leads to its file. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const more = findings.length - MOST;
  return (
    <ul class="findings">
      {findings.slice(0, MOST).map((finding) => (
        <li key={`${finding.file}:${finding.line}:${finding.column}${finding.reason}`}>
          <a href={addressOf({ place: 'item', file: finding.file })}>
            {page.line(finding.file, finding.line)}
          </a>
          <span>
            {finding.reason} — {finding.remedy}
          </span>
        </li>
      ))}
      {more > 0 && <li class="soft">{page.more(more)}</li>}
    </ul>
  );
}
