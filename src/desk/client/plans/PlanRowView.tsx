import { useState } from 'preact/hooks';
import type { FieldValues, FormField, ItemCard } from '../../../domain/desk/api.ts';
import type { PlanRow, WhenLine } from '../../../domain/desk/plans.ts';
import { confirmed, toConfirm } from '../../../domain/desk/session-rows.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { FieldForm } from '../FieldForm.tsx';
import { arrowStep } from '../form/Groups.tsx';
import { LineInput } from './LineInput.tsx';
import { Readings } from './Readings.tsx';
import { Times } from './Times.tsx';

/** What a row shows by itself; the form below it has the others. */
const IN_ROW: readonly string[] = ['title', 'readings'];

interface Props {
  index: number;
  count: number;
  session: FieldValues;
  /** Words that were typed for its time. */
  words: string | undefined;
  row: PlanRow | undefined;
  fields: readonly FormField[];
  items: readonly ItemCard[];
  onChange: (session: FieldValues) => void;
  onWords: (words: string | undefined) => void;
  onMove: (to: number) => void;
  onDragFrom: () => void;
  onDropHere: () => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** A session of a plan as a row: what, when in words, and when that is. */
export function PlanRowView(props: Props) {
  const { index, count, session, words, row, fields, items, onChange, onWords, onMove } = props;
  const number = index + 1;
  const { column } = plansPage;
  const sittings = Array.isArray(session.sittings) ? session.sittings.length : 0;
  const changeFields = (values: FieldValues) => {
    if (values.when !== session.when || values.sittings !== session.sittings) onWords(undefined);
    onChange(values);
  };
  const mark = toConfirm(session);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr
        data-row={String(session.id)}
        onKeyDown={(event) => {
          const step = arrowStep(event);
          if (step !== 0) onMove(index + step);
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          props.onDropHere();
        }}
      >
        <th scope="row">
          <span class="handle" draggable title={plansPage.drag} onDragStart={props.onDragFrom}>
            {number}
          </span>
        </th>
        <td>
          <LineInput
            label={plansPage.ofRow(column.title, number)}
            value={typeof session.title === 'string' ? session.title : ''}
            onInput={(title) => onChange({ ...session, title: title === '' ? null : title })}
          />
          {row?.faults.map((fault) => (
            <p key={fault} class="trouble">
              {fault}
            </p>
          ))}
          <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {plansPage.otherFields}
          </button>
        </td>
        <td>
          <LineInput
            label={plansPage.ofRow(column.when, number)}
            value={words ?? row?.words ?? ''}
            placeholder={!row ? page.loading : sittings > 0 ? plansPage.bySittings(sittings) : undefined}
            onInput={onWords}
          />
          {words !== undefined && row?.read && <Understood line={row.read} />}
          {mark !== undefined && (
            <p class="to-confirm">
              {mark}{' '}
              <button type="button" onClick={() => onChange(confirmed(session))}>
                {plansPage.confirmed}
              </button>
            </p>
          )}
        </td>
        <td class="dates" data-dates>
          <Times times={row?.times ?? []} />
        </td>
        <td>
          <Readings
            label={plansPage.ofRow(column.readings, number)}
            readings={Array.isArray(session.readings) ? session.readings.map(String) : []}
            items={items}
            onChange={(readings) => onChange({ ...session, readings: readings.length > 0 ? readings : null })}
          />
        </td>
        <td class="row-tools">
          <button
            type="button"
            aria-label={plansPage.ofRow(plansPage.up, number)}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={plansPage.ofRow(plansPage.down, number)}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          >
            ↓
          </button>
          <button type="button" onClick={props.onDuplicate}>
            {plansPage.duplicate}
          </button>
          <button type="button" onClick={props.onRemove}>
            {plansPage.remove}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr class="row-form" data-row-form={String(session.id)}>
          <td colSpan={6}>
            <FieldForm
              fields={fields.filter(({ name }) => !IN_ROW.includes(name))}
              values={session}
              items={items}
              onChange={changeFields}
            />
          </td>
        </tr>
      )}
    </>
  );
}

/** What was understood of words for a time; what was not is said as plainly. */
export function Understood({ line: { understood, isWhole, doubts, sittings, when } }: { line: WhenLine }) {
  const isRead = sittings !== undefined || (when !== undefined && when !== 'unknown');
  const read = sittings ? plansPage.readSittings(sittings.length) : plansPage.readAs(understood);
  return (
    <p class={isWhole ? 'help' : 'trouble'} role="status" data-read={isWhole}>
      {(isWhole || isRead) && read}
      {!isWhole && ` ${isRead ? plansPage.notWhole : plansPage.notRead}`}
      {doubts.map((doubt) => (
        <span key={doubt}> {doubt}</span>
      ))}
    </p>
  );
}
