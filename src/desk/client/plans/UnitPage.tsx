import { useState } from 'preact/hooks';
import type { FieldValues } from '../../../domain/desk/api.ts';
import { plansAt, withFollowed, withPlansAt, type PartPlace } from '../../../domain/desk/adjustments.ts';
import { PLAN_ROUTES, type Bearer, type UnitAnswer } from '../../../domain/desk/plans.ts';
import type { FollowedPlan } from '../../../domain/schedule/plan.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { FieldForm } from '../FieldForm.tsx';
import { fieldNotes, findingsBesideForm, OwnFindings } from '../OwnFindings.tsx';
import { FieldsPage, type FieldsEditorProps } from './FieldsPage.tsx';
import { ScheduleEditor } from './ScheduleEditor.tsx';
import { EditingBar, useEditing, useSaveKey } from './use-editing.tsx';
import { useWorkedOut } from './use-worked-out.ts';

/** A unit: the plans that it follows, its sessions with their days, and what it changes in them. */
export function UnitPage({ file }: { file: string }) {
  return <FieldsPage file={file} editor={UnitEditor} />;
}

function UnitEditor({ item, items, onSaved }: FieldsEditorProps) {
  const { values, setValues, isChanged, save, discard, conflict } = useEditing(item, onSaved);
  const request = { unit: item.id, fields: values, words: {} };
  const { answer, trouble } = useWorkedOut<UnitAnswer>(PLAN_ROUTES.unit, request);
  useSaveKey(() => isChanged && void save());
  const setPlans = (part: PartPlace, change: (before: FollowedPlan[]) => FollowedPlan[]) =>
    setValues((before) => withPlansAt(before, part, change(plansAt(before, part))));
  const found = findingsBesideForm(item, 'plans', {
    isChanged: isChanged,
    onAnswered: onSaved,
    onMend: (mend) => setValues((before) => ({ ...before, ...mend.fields })),
  });
  return (
    <div class="item">
      <EditingBar item={item} isChanged={isChanged} onSave={() => void save()} onDiscard={discard} />
      {conflict}
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      <OwnFindings {...found} />
      {answer?.faults.map((fault) => (
        <p key={fault} class="trouble">
          {fault}
        </p>
      ))}
      <details class="plan-fields">
        <summary>{plansPage.unitFields}</summary>
        <FieldForm
          fields={found.item.form.fields}
          values={values}
          items={items}
          onChange={(all) => setValues(() => all)}
          notes={fieldNotes(found)}
        />
      </details>
      {answer?.bearers.map((bearer) => (
        <BearerSection
          key={bearer.id}
          bearer={bearer}
          isOnly={answer.bearers.length === 1}
          answer={answer}
          values={values}
          onPlans={setPlans}
        />
      ))}
    </div>
  );
}

interface BearerProps {
  bearer: Bearer;
  isOnly: boolean;
  answer: UnitAnswer;
  values: FieldValues;
  onPlans: (part: PartPlace, change: (before: FollowedPlan[]) => FollowedPlan[]) => void;
}

function BearerSection({ bearer, isOnly, answer, values, onPlans }: BearerProps) {
  const { part, schedules, id, name } = bearer;
  const plans = plansAt(values, part);
  const open = answer.plans.filter((plan) => plans.every((followed) => followed.plan !== plan.id));
  return (
    <section data-bearer={id}>
      {!isOnly && <h2>{name}</h2>}
      {plans.length === 0 && <p class="soft">{plansPage.followsNothing}</p>}
      {schedules.map((schedule) => (
        <ScheduleEditor
          key={schedule.plan}
          unit={id}
          isInSection={!isOnly}
          schedule={schedule}
          plans={plans}
          onChange={(change) => onPlans(part, change)}
        />
      ))}
      {open.length > 0 && (
        <FollowForm
          plans={open}
          onFollow={(plan, since) => onPlans(part, (before) => withFollowed(before, plan, since))}
        />
      )}
    </section>
  );
}

function FollowForm({
  plans,
  onFollow,
}: {
  plans: UnitAnswer['plans'];
  onFollow: (plan: string, since: string | undefined) => void;
}) {
  const [plan, setPlan] = useState('');
  const [since, setSince] = useState('');
  return (
    <fieldset class="inline-form" data-follow>
      <legend>{plansPage.followPlan}</legend>
      <label>
        {plansPage.plan}
        <select value={plan} onChange={({ currentTarget }) => setPlan(currentTarget.value)}>
          <option value="">{page.choosePlease}</option>
          {plans.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {plansPage.since}
        <input type="date" value={since} onInput={({ currentTarget }) => setSince(currentTarget.value)} />
      </label>
      <button
        type="button"
        disabled={plan === ''}
        onClick={() => {
          onFollow(plan, since === '' ? undefined : since);
          setPlan('');
        }}
      >
        {plansPage.follow}
      </button>
    </fieldset>
  );
}
