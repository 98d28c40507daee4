import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldValues, FormField, OpenItem } from '../../../domain/desk/api.ts';
import {
  PLAN_ROUTES,
  type PlanAnswer,
  type PlanRequest,
  type UnitChoice,
} from '../../../domain/desk/plans.ts';
import { duplicateOf, newSession, sessionsOf, withTime } from '../../../domain/desk/session-rows.ts';
import { movedItem } from '../../../domain/desk/variants.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { ask } from '../ask.ts';
import { FieldForm } from '../FieldForm.tsx';
import { freshKey, useListKeys } from '../form/Groups.tsx';
import { keepingFocus } from '../form/keep-focus.ts';
import { fieldNotes, findingsBesideForm, OwnFindings } from '../OwnFindings.tsx';
import { addressOf } from '../route.ts';
import { say, trying } from '../said.tsx';
import { FieldsPage, type FieldsEditorProps } from './FieldsPage.tsx';
import { PlanRowView } from './PlanRowView.tsx';
import { SchedulePreview } from './SchedulePreview.tsx';
import { EditingBar, useEditing, useSaveKey } from './use-editing.tsx';
import { useWorkedOut } from './use-worked-out.ts';

/** A plan as a table, a session a row, with the dates that it comes to for a unit. */
export function PlanPage({ file }: { file: string }) {
  return <FieldsPage file={file} editor={PlanTable} />;
}

/** The fields of a session, of the form of plans; its stage is one of the campaign's, where they are known. */
function sessionFields({ form }: OpenItem, stages: PlanAnswer['stages']): readonly FormField[] {
  const shape = form.fields.find(({ name }) => name === 'sessions')?.shape;
  const fields = shape?.type === 'list' && shape.item.type === 'group' ? shape.item.fields : [];
  if (stages.length === 0) return fields;
  const words = Object.fromEntries(stages.map(({ id, title }) => [id, title]));
  const stage = { type: 'choice', options: Object.keys(words), words } as const;
  return fields.map((field) => (field.name === 'stage' ? { ...field, help: '', shape: stage } : field));
}

function PlanTable({ item, items, onSaved }: FieldsEditorProps) {
  const { values, setValues, isChanged, save, discard, conflict } = useEditing(item, onSaved);
  const sessions = sessionsOf(values);
  const keys = useListKeys(sessions.length);
  const [words, setWords] = useState<Record<number, string | undefined>>({});
  const [unit, setUnit] = useState<string>();
  const dragged = useRef<number | undefined>(undefined);
  useEffect(() => setWords({}), [item.digest]);
  // Words are known by the row's key, so that they move with it.
  const wordsByPlace: Record<string, string> = Object.fromEntries(
    keys.current.flatMap((key, index): [string, string][] => {
      const said = words[key];
      return said === undefined ? [] : [[String(index), said]];
    }),
  );
  const request: PlanRequest = {
    plan: item.id,
    ...(unit === undefined ? {} : { unit }),
    fields: values,
    words: wordsByPlace,
  };
  const { answer, trouble } = useWorkedOut<PlanAnswer>(PLAN_ROUTES.plan, request);
  useEffect(() => {
    if (unit === undefined && answer) setUnit(answer.units.find(({ isFollowing }) => isFollowing)?.id ?? '');
  }, [answer]);
  const isTyped = Object.keys(wordsByPlace).length > 0;
  const setSessions = (change: (before: FieldValues[]) => FieldValues[]) =>
    setValues((before) => ({ ...before, sessions: change(sessionsOf(before)) }));
  const saveAll = () =>
    trying(async () => {
      if (!isTyped) return save();
      const read = await ask<PlanAnswer>(PLAN_ROUTES.plan, { method: 'POST', body: request });
      const timed = sessions.map((session, index) => {
        const [line, said] = [read.rows[index]?.read, wordsByPlace[String(index)]];
        return line && said !== undefined ? withTime(session, said, line) : session;
      });
      const all = { ...values, sessions: timed };
      setValues(() => all);
      setWords({});
      return save(all);
    });
  const move = (from: number, to: number) => {
    if (to < 0 || to >= sessions.length || from === to) return;
    keepingFocus(() => {
      keys.current = movedItem(keys.current, from, to);
      setSessions((before) => movedItem(before, from, to));
    });
    say(plansPage.moved(to + 1, sessions.length));
  };
  const insert = (at: number, session: FieldValues) => {
    keys.current.splice(at, 0, freshKey());
    setSessions((before) => before.toSpliced(at, 0, session));
  };
  const remove = (index: number) => {
    keys.current.splice(index, 1);
    setSessions((before) => before.toSpliced(index, 1));
    say(plansPage.removed(String(sessions[index]?.title ?? index + 1)));
  };
  const isUnsaved = isChanged || isTyped;
  useSaveKey(() => isUnsaved && void saveAll());
  const fields = sessionFields(item, answer?.stages ?? []);
  const { column } = plansPage;
  const found = findingsBesideForm(item, 'sessions', {
    isChanged: isUnsaved,
    onAnswered: onSaved,
    onMend: (mend) => setValues((before) => ({ ...before, ...mend.fields })),
  });
  return (
    <div class="item">
      <EditingBar
        item={item}
        isChanged={isUnsaved}
        onSave={() => void saveAll()}
        onDiscard={() => {
          discard();
          setWords({});
        }}
      >
        <a href={addressOf({ place: 'copy', file: item.file })}>{plansPage.copy}</a>
      </EditingBar>
      {conflict}
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      <OwnFindings {...found} />
      {answer?.faults.map((fault) => (
        <p key={fault} class="trouble">
          {fault}
        </p>
      ))}
      <p class="soft">{plansPage.planHelp}</p>
      <UnitPicker units={answer?.units ?? []} unit={unit ?? ''} onChange={setUnit} />
      <details class="plan-fields">
        <summary>{plansPage.planFields}</summary>
        <FieldForm
          fields={found.item.form.fields}
          values={values}
          items={items}
          onChange={(all) => setValues(() => all)}
          notes={fieldNotes(found)}
        />
      </details>
      <div class="wide">
        <table class="plan">
          <caption class="visually-hidden">{plansPage.planCaption}</caption>
          <thead>
            <tr>
              {Object.entries(column).map(([name, words]) => (
                <th key={name} scope="col" class={`plan__${name}`}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sessions.map((session, index) => {
              const key = keys.current[index]!;
              return (
                <PlanRowView
                  key={key}
                  index={index}
                  count={sessions.length}
                  session={session}
                  words={words[key]}
                  row={answer?.rows.find(({ id }) => id === String(session.id))}
                  fields={fields}
                  items={items}
                  onChange={(changed) => setSessions((before) => before.with(index, changed))}
                  onWords={(said) => setWords((before) => ({ ...before, [key]: said }))}
                  onMove={(to) => move(index, to)}
                  onDragFrom={() => {
                    dragged.current = index;
                  }}
                  onDropHere={() => {
                    if (dragged.current !== undefined) move(dragged.current, index);
                    dragged.current = undefined;
                  }}
                  onDuplicate={() => insert(index + 1, duplicateOf(session, sessions))}
                  onRemove={() => remove(index)}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" onClick={() => insert(sessions.length, newSession(sessions))}>
          {plansPage.add}
        </button>
      </p>
      {answer?.units.some(({ id, isFollowing }) => isFollowing && id === unit) && (
        <SchedulePreview unit={unit ?? ''} plan={item.id} />
      )}
    </div>
  );
}

function UnitPicker({
  units,
  unit,
  onChange,
}: {
  units: readonly UnitChoice[];
  unit: string;
  onChange: (unit: string) => void;
}) {
  const sorted = units.toSorted((a, b) => Number(b.isFollowing) - Number(a.isFollowing));
  return (
    <p>
      <label>
        {plansPage.forUnit}{' '}
        <select value={unit} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          <option value="">{plansPage.anyUnit}</option>
          {sorted.map(({ id, name, isFollowing }) => (
            <option key={id} value={id}>
              {isFollowing ? name : plansPage.notFollowing(name)}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
