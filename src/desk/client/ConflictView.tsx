import { page } from '../../strings/desk-client.ts';
import type { NotDone } from './ask.ts';

interface Props {
  conflict: NonNullable<NotDone['conflict']>;
  onTheirs: () => void;
  onYours: (yours: string) => void;
}

/** A file that changed while it was edited: both are shown, and a person decides. */
export function ConflictView({ conflict: { theirs = '', yours }, onTheirs, onYours }: Props) {
  return (
    <section class="conflict" role="alert">
      <p>{page.conflict}</p>
      <div class="conflict__sides">
        <label>
          {page.theirs}
          <textarea readOnly value={theirs} rows={12} />
        </label>
        <label>
          {page.yours}
          <textarea readOnly value={yours} rows={12} />
        </label>
      </div>
      <button type="button" onClick={onTheirs}>
        {page.takeTheirs}
      </button>{' '}
      <button type="button" onClick={() => onYours(yours)}>
        {page.takeYours}
      </button>
    </section>
  );
}
