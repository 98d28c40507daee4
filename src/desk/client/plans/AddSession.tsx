import { useState } from 'preact/hooks';
import { PLAN_ROUTES, type UnitAnswer } from '../../../domain/desk/plans.ts';
import { USUAL_FORM } from '../../../domain/desk/session-rows.ts';
import { noteKeeping } from '../../../domain/desk/when-line.ts';
import { SESSION_FORMS, type Adjustment, type SessionForm } from '../../../domain/schedule/plan.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { Understood } from './PlanRowView.tsx';
import { useWorkedOut } from './use-worked-out.ts';

interface Props {
  plan: string;
  unit: string;
  onAdd: (change: Partial<Adjustment>) => void;
}

/** A session that a unit adds of its own, with its time in words. */
export function AddSession({ plan, unit, onAdd }: Props) {
  const [title, setTitle] = useState('');
  const [form, setForm] = useState<SessionForm>(USUAL_FORM);
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const key = `${plan}  ${form}`;
  // Only the words are read: the unit itself is worked out by its page.
  const request = { unit, fields: {}, words: words === '' ? {} : { [key]: words } };
  const { answer } = useWorkedOut<UnitAnswer>(PLAN_ROUTES.unit, request);
  const line = words === '' ? undefined : answer?.read[key];
  const isReady = title.trim() !== '' && reason.trim() !== '' && (words === '' || line !== undefined);
  const add = () => {
    const note = line && !line.isWhole ? noteKeeping(undefined, words) : undefined;
    const time = line?.sittings ? { sittings: line.sittings } : { when: line?.when ?? 'unknown' };
    onAdd({
      add: { title: title.trim(), form, ...time, ...(note === undefined ? {} : { note }) },
      reason: reason.trim(),
    });
    for (const clear of [setTitle, setWords, setReason]) clear('');
  };
  return (
    <details data-add-session>
      <summary>{plansPage.addSession}</summary>
      <div class="inline-form">
        <label>
          <span>
            {plansPage.sessionTitle} <span class="soft">{page.required}</span>
          </span>
          <input value={title} onInput={({ currentTarget }) => setTitle(currentTarget.value)} />
        </label>
        <label>
          {plansPage.sessionForm}
          <select value={form} onChange={({ currentTarget }) => setForm(currentTarget.value as SessionForm)}>
            {SESSION_FORMS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          {plansPage.sessionWhen}
          <input
            value={words}
            placeholder={plansPage.sessionWhenHelp}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </label>
        <label>
          <span>
            {plansPage.reason} <span class="soft">{page.required}</span>
          </span>
          <input value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
        </label>
        <button type="button" disabled={!isReady} onClick={add}>
          {plansPage.addSession}
        </button>
      </div>
      {line && <Understood line={line} />}
    </details>
  );
}
