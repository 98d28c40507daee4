import { useState } from 'preact/hooks';
import { ROUTES, type Finding, type OpenItem } from '../../../domain/desk/api.ts';
import { WRITE_ROUTES } from '../../../domain/desk/write.ts';
import { page } from '../../../strings/desk-client.ts';
import { write } from '../../../strings/desk-write-client.ts';
import { ask } from '../ask.ts';
import { say, trying } from '../said.tsx';
import { useRole } from './use-role.ts';

interface Props {
  item: OpenItem;
  doubt: Finding;
  /** Whether something is not saved yet, so that no answer can be written. */
  isChanged: boolean;
  onAnswered: (item: OpenItem) => void;
  /** Puts the cursor to what is doubted, where it stands in the text. */
  onMisentered?: (() => void) | undefined;
}

/** The three answers to a doubt: it was entered wrongly, the source is wrong and corrected, the source is like that. */
export function DoubtAnswers({ onMisentered, ...answered }: Props) {
  const [open, setOpen] = useState<'correction' | 'settled'>();
  const { item, doubt } = answered;
  const names = item.form.fields.map(({ name }) => name);
  const toggle = (which: typeof open) => () => setOpen(open === which ? undefined : which);
  if (doubt.kind === undefined || doubt.kind === '答复') return null;
  return (
    <>
      <p class="answers">
        {onMisentered && (
          <button type="button" onClick={onMisentered}>
            {write.misentered}
          </button>
        )}
        {doubt.paragraph !== undefined && names.includes('corrections') && (
          <button type="button" aria-expanded={open === 'correction'} onClick={toggle('correction')}>
            {write.writeCorrection}
          </button>
        )}
        {names.includes('settled') && (
          <button type="button" aria-expanded={open === 'settled'} onClick={toggle('settled')}>
            {page.asInSource}
          </button>
        )}
      </p>
      {open === 'correction' && <CorrectionForm {...answered} />}
      {open === 'settled' && <AsInSource {...answered} />}
    </>
  );
}

/** Sends an answer, unless something else has to be saved before. */
async function answer(
  { item, isChanged, onAnswered }: Props,
  route: string,
  body: object,
  said: string,
): Promise<void> {
  if (isChanged) {
    say(page.saveFirst);
    return;
  }
  await trying(async () => {
    const { file, digest } = item;
    onAnswered(await ask<OpenItem>(route, { method: 'POST', body: { file, digest, ...body } }));
    say(said);
  });
}

function AsInSource(props: Props) {
  const [because, setBecause] = useState('');
  const settle = (event: Event) => {
    event.preventDefault();
    const { kind, words = '', reason, paragraph } = props.doubt;
    const body = { doubt: { kind, words, reason, paragraph }, because };
    void answer(props, ROUTES.settle, body, page.settled);
  };
  return (
    <form class="answer" onSubmit={settle}>
      <label>
        {page.because}
        <input required value={because} onInput={({ currentTarget }) => setBecause(currentTarget.value)} />
      </label>
      <button type="submit">{page.settle}</button>
    </form>
  );
}

function CorrectionForm(props: Props) {
  const { words = '', paragraph = 1 } = props.doubt;
  const [original, setOriginal] = useState(words);
  const [corrected, setCorrected] = useState(words);
  const [reason, setReason] = useState('');
  const [role, setRole] = useRole();
  const correct = (event: Event) => {
    event.preventDefault();
    const body = { paragraph, original, corrected, reason, ...(role === '' ? {} : { role }) };
    void answer(props, WRITE_ROUTES.correction, body, write.correctedAndSaved);
  };
  const fields = [
    { label: write.original, value: original, set: setOriginal, isRequired: true },
    { label: write.corrected, value: corrected, set: setCorrected, isRequired: true },
    { label: write.reason, value: reason, set: setReason, isRequired: true },
    { label: write.role, value: role, set: setRole, isRequired: false },
  ];
  return (
    <form class="answer" onSubmit={correct}>
      {fields.map(({ label, value, set, isRequired }) => (
        <label key={label}>
          {label}
          <input
            required={isRequired}
            value={value}
            onInput={({ currentTarget }) => set(currentTarget.value)}
          />
        </label>
      ))}
      <button type="submit">{write.keepCorrection}</button>
    </form>
  );
}
