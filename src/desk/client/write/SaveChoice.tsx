import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditedBlock } from '../../../domain/desk/api.ts';
import { WRITE_ROUTES, type ProposedCorrection } from '../../../domain/desk/write.ts';
import { write } from '../../../strings/desk-write-client.ts';
import { ask } from '../ask.ts';
import { useRole } from './use-role.ts';

interface Props {
  file: string;
  blocks: EditedBlock[];
  onSlip: () => void;
  onCorrection: (reasons: string[], role: string) => void;
  onCancel: () => void;
}

/** Asks what a change of a published text is: a 校订, which readers see, or the mending of a typing slip. */
export function SaveChoice({ file, blocks, onSlip, onCorrection, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [proposed, setProposed] = useState<ProposedCorrection[]>();
  const [refused, setRefused] = useState<string>();
  const [isSlip, setSlip] = useState(false);
  const [reasons, setReasons] = useState<string[]>([]);
  const [role, setRole] = useRole();
  useEffect(() => {
    dialog.current?.showModal();
    ask<ProposedCorrection[]>(WRITE_ROUTES.corrections, { method: 'POST', body: { file, blocks } }).then(
      setProposed,
      (error: Error) => {
        setRefused(error.message);
        setSlip(true);
      },
    );
  }, []);
  const save = (event: Event) => {
    event.preventDefault();
    if (isSlip) onSlip();
    else onCorrection(reasons, role);
  };
  return (
    <dialog ref={dialog} class="choice" aria-labelledby="choice-title" onClose={onCancel}>
      <form onSubmit={save}>
        <h2 id="choice-title">{write.choiceTitle}</h2>
        <label class="choice__kind">
          <input
            type="radio"
            name="kind"
            checked={!isSlip}
            disabled={refused !== undefined}
            onChange={() => setSlip(false)}
          />{' '}
          <strong>{write.asCorrection}</strong>
          <span class="soft">{refused ?? write.asCorrectionHelp}</span>
        </label>
        {!isSlip && !proposed && <p class="soft">{write.proposing}</p>}
        {!isSlip &&
          proposed?.map(({ paragraph, original, corrected }, index) => (
            <div key={index} class="choice__change" data-proposed={paragraph}>
              <p>{write.changeOf(paragraph, original, corrected)}</p>
              <label>
                {write.reason}
                <input
                  required
                  placeholder={write.reasonExample}
                  value={reasons[index] ?? ''}
                  onInput={({ currentTarget: { value } }) =>
                    setReasons(proposed.map((_, at) => (at === index ? value : (reasons[at] ?? ''))))
                  }
                />
              </label>
            </div>
          ))}
        {!isSlip && proposed && (
          <label class="choice__role">
            {write.role}
            <input value={role} onInput={({ currentTarget }) => setRole(currentTarget.value)} />
          </label>
        )}
        <label class="choice__kind">
          <input type="radio" name="kind" checked={isSlip} onChange={() => setSlip(true)} />{' '}
          <strong>{write.asSlip}</strong>
          <span class="soft">{write.asSlipHelp}</span>
        </label>
        <p>
          <button type="submit" class="main" disabled={!isSlip && !proposed}>
            {write.save}
          </button>{' '}
          <button type="button" onClick={() => dialog.current?.close()}>
            {write.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
