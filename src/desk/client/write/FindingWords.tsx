import type { Finding, Mend } from '../../../domain/desk/api.ts';
import { remedyAtDesk } from '../../../domain/desk/remedies.ts';

interface Props {
  finding: Finding;
  onMend: (mend: Mend) => void;
}

/** What is the matter and what to do about it, with a button where only one thing can be done. */
export function FindingWords({ finding: { reason, remedy, mend }, onMend }: Props) {
  return (
    <>
      {reason} — {remedyAtDesk(remedy)}{' '}
      {mend && (
        <button type="button" onClick={() => onMend(mend)}>
          {mend.label}
        </button>
      )}
    </>
  );
}
