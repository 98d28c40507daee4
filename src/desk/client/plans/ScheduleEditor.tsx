import { useState } from 'preact/hooks';
import { adjustmentTo, freeCode, withAdjustment } from '../../../domain/desk/adjustments.ts';
import type { FollowedSchedule, UnitSession } from '../../../domain/desk/plans.ts';
import type { Adjustment, FollowedPlan } from '../../../domain/schedule/plan.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { addressOf } from '../route.ts';
import { AddSession } from './AddSession.tsx';
import { SchedulePreview } from './SchedulePreview.tsx';
import { Lines } from './Times.tsx';

type Change = (change: (before: FollowedPlan[]) => FollowedPlan[]) => void;

interface Props {
  /** The unit, or the part of it, by its id. */
  unit: string;
  schedule: FollowedSchedule;
  /** Whether it stands under a heading of its unit. */
  isInSection: boolean;
  plans: readonly FollowedPlan[];
  onChange: Change;
}

/** A plan as a unit follows it: each session with its day, and what the unit changes in it. */
export function ScheduleEditor({ unit, schedule, isInSection, plans, onChange }: Props) {
  const { plan, title, sessions, deadlines, doubts } = schedule;
  const Title = isInSection ? 'h3' : 'h2';
  const followed = plans.find((each) => each.plan === plan);
  const adjust = (session: string, change: Partial<Adjustment> | undefined) =>
    onChange((before) => withAdjustment(before, plan, session, change));
  const setEdge = (edge: 'since' | 'until', day: string) =>
    onChange((before) =>
      before.map((each) => {
        if (each.plan !== plan) return each;
        return { ...each, [edge]: day === '' ? undefined : day };
      }),
    );
  const codes = [
    ...sessions.map(({ id }) => id),
    ...(followed?.adjustments ?? []).map(({ session }) => session),
  ];
  return (
    <section data-schedule={plan}>
      <Title>
        <a href={addressOf({ place: 'item', file: `plans/${plan}.yaml` })}>{title}</a>
      </Title>
      <p class="inline-form">
        {(['since', 'until'] as const).map((edge) => (
          <label key={edge}>
            {plansPage[edge]}
            <input
              type="date"
              value={followed?.[edge] ?? ''}
              onInput={({ currentTarget }) => setEdge(edge, currentTarget.value)}
            />
          </label>
        ))}
      </p>
      {doubts.map((doubt) => (
        <p key={doubt} class="trouble">
          {doubt}
        </p>
      ))}
      <div class="wide">
        <table class="schedule-table">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {[
                plansPage.session,
                plansPage.column.dates,
                plansPage.place,
                plansPage.chair,
                plansPage.column.tools,
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                change={adjustmentTo(plans, plan, session.id)}
                onAdjust={(change) => adjust(session.id, change)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <AddSession plan={plan} unit={unit} onAdd={(change) => adjust(freeCode(codes, 'a'), change)} />
      {deadlines.length > 0 && (
        <details>
          <summary>{plansPage.deadlines}</summary>
          <ul>
            {deadlines.map(({ title: what, words, counting }) => (
              <li key={what}>
                {what} {words}
                <details>
                  <summary>{plansPage.counting}</summary>
                  {counting}
                </details>
              </li>
            ))}
          </ul>
        </details>
      )}
      <SchedulePreview unit={unit} plan={plan} />
    </section>
  );
}

interface RowProps {
  session: UnitSession;
  change: Adjustment | undefined;
  onAdjust: (change: Partial<Adjustment> | undefined) => void;
}

function SessionRow({ session, change, onAdjust }: RowProps) {
  const [form, setForm] = useState<'change' | 'drop'>();
  const { id, title, form: how, place, chair, doubts } = session;
  const close = () => setForm(undefined);
  return (
    <>
      <tr data-session-row={id}>
        <th scope="row">
          {title} <span class="soft">{how}</span>
          {doubts.map((doubt) => (
            <p key={doubt} class="trouble" data-doubt>
              {plansPage.look}：{doubt}
            </p>
          ))}
        </th>
        <td>
          <Lines time={session} />
        </td>
        <td>{place}</td>
        <td>{chair}</td>
        <td class="row-tools">
          <button type="button" aria-expanded={form === 'change'} onClick={() => setForm('change')}>
            {plansPage.change}
          </button>
          {!change?.add && (
            <button type="button" aria-expanded={form === 'drop'} onClick={() => setForm('drop')}>
              {plansPage.drop}
            </button>
          )}
          {change && (
            <button type="button" onClick={() => onAdjust(undefined)}>
              {change.add ? plansPage.removeAdded : plansPage.undo}
            </button>
          )}
        </td>
      </tr>
      {form && (
        <tr data-change-form>
          <td colSpan={5}>
            <ChangeForm
              title={title}
              change={change}
              isDrop={form === 'drop'}
              onApply={(made) => {
                onAdjust(made);
                close();
              }}
              onCancel={close}
            />
          </td>
        </tr>
      )}
    </>
  );
}

interface FormProps {
  title: string;
  change: Adjustment | undefined;
  isDrop: boolean;
  onApply: (change: Partial<Adjustment>) => void;
  onCancel: () => void;
}

const FIELDS = [
  { name: 'on', type: 'date' },
  { name: 'time', type: 'time' },
  { name: 'place', type: 'text' },
  { name: 'chair', type: 'text' },
] as const;

/** What the unit changes of a session, and why. */
function ChangeForm({ title, change, isDrop, onApply, onCancel }: FormProps) {
  const [values, setValues] = useState<Partial<Adjustment>>(isDrop ? {} : (change ?? {}));
  const [reason, setReason] = useState(change?.reason ?? '');
  const isReasoned = reason.trim() !== '';
  const given = (name: 'on' | 'time' | 'place' | 'chair') => values[name] ?? undefined;
  const apply = () => {
    const own = isDrop
      ? { drop: true, on: undefined, time: undefined }
      : {
          on: given('on'),
          time: given('time'),
          place: given('place'),
          chair: given('chair'),
          drop: undefined,
        };
    onApply({ ...own, reason: reason.trim() });
  };
  return (
    <fieldset class="inline-form">
      <legend>
        {isDrop ? plansPage.drop : plansPage.change}：{title}
      </legend>
      {!isDrop &&
        FIELDS.map(({ name, type }) => {
          const value = values[name] ?? '';
          const set = ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
            setValues({ ...values, [name]: currentTarget.value === '' ? undefined : currentTarget.value });
          return (
            <label key={name}>
              {plansPage[name]}
              {type === 'text' ? (
                <input value={value} onInput={set} />
              ) : (
                <input type={type} value={value} onInput={set} />
              )}
            </label>
          );
        })}
      <label>
        <span>
          {plansPage.reason} <span class="soft">{page.required}</span>
        </span>
        <input
          value={reason}
          title={plansPage.needReason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <button type="button" class="main" disabled={!isReasoned} onClick={apply}>
        {plansPage.applyChange}
      </button>
      <button type="button" onClick={onCancel}>
        {plansPage.cancel}
      </button>
    </fieldset>
  );
}
