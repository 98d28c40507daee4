import { useState } from 'preact/hooks';
import type { FieldShape, FieldValues, ItemCard } from '../../../domain/desk/api.ts';
import { blankOf } from '../../../domain/desk/form-values.ts';
import { page } from '../../../strings/desk-client.ts';
import { FieldForm } from '../FieldForm.tsx';
import { Counts } from './Counts.tsx';
import { Groups } from './Groups.tsx';
import { Variants } from './Variants.tsx';

interface ControlProps {
  id: string;
  /** Its name, for controls that no label belongs to. */
  label?: string | undefined;
  shape: FieldShape;
  value: unknown;
  items: readonly ItemCard[];
  isRequired: boolean;
  describedBy?: string | undefined;
  onChange: (value: unknown) => void;
}

/** What a field is filled in with. */
export function Control(props: ControlProps) {
  const { id, label, shape, value, items, isRequired, describedBy, onChange } = props;
  const common = { id, 'aria-describedby': describedBy, 'aria-label': label };
  const setWords = ({ currentTarget }: { currentTarget: { value: string } }) =>
    onChange(currentTarget.value === '' ? null : currentTarget.value);
  switch (shape.type) {
    case 'words':
      return (
        <>
          <input {...common} value={wordsOf(value)} list={shape.names && `${id}-names`} onInput={setWords} />
          {shape.names && <Names id={`${id}-names`} items={items} collection={shape.names} />}
        </>
      );
    case 'day':
      return <Day {...common} value={value} mayBeUnknown={shape.mayBeUnknown} onChange={onChange} />;
    case 'time':
    case 'month':
      return <input {...common} type={shape.type} value={wordsOf(value)} onInput={setWords} />;
    case 'number':
      return (
        <input
          {...common}
          type="number"
          step="any"
          value={wordsOf(value)}
          onInput={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
          }
        />
      );
    case 'boolean':
      return (
        <input
          {...common}
          type="checkbox"
          checked={typeof value === 'boolean' ? value : shape.byDefault}
          onChange={({ currentTarget: { checked } }) =>
            onChange(checked === shape.byDefault ? null : checked)
          }
        />
      );
    case 'choice':
      return (
        <select {...common} value={wordsOf(value)} onChange={setWords}>
          {(!isRequired || wordsOf(value) === '') && (
            <option value="">{isRequired ? page.choosePlease : page.none}</option>
          )}
          {optionsWith(shape.options, wordsOf(value)).map((option) => (
            <option key={option} value={option}>
              {shape.words?.[option] ?? option}
            </option>
          ))}
        </select>
      );
    case 'list':
      return shape.item.type === 'group' || shape.item.type === 'variants' ? (
        <Groups id={id} item={shape.item} values={listOf(value)} items={items} onChange={onChange} />
      ) : (
        <Lines {...common} value={value} onChange={onChange} />
      );
    case 'group':
      return (
        <FieldForm
          fields={shape.fields}
          values={groupOf(value)}
          items={items}
          onChange={(inner) => onChange(blankOf(inner))}
        />
      );
    case 'variants':
      return <Variants {...props} variants={shape.variants} />;
    case 'counts':
      return <Counts id={id} value={value} onChange={onChange} />;
    case 'constant':
      return null;
  }
}

/** The options with a value that is none of them, which must not look like nothing. */
function optionsWith(options: readonly string[], value: string): readonly string[] {
  return value === '' || options.includes(value) ? options : [...options, value];
}

function Names({ id, items, collection }: { id: string; items: readonly ItemCard[]; collection: string }) {
  return (
    <datalist id={id}>
      {items
        .filter((item) => item.collection === collection)
        .map((item) => (
          <option key={item.id} value={item.id}>
            {item.title}
          </option>
        ))}
    </datalist>
  );
}

interface DayProps {
  id: string;
  value: unknown;
  mayBeUnknown: boolean;
  onChange: (value: unknown) => void;
}

function Day({ value, mayBeUnknown, onChange, ...common }: DayProps) {
  const isUnknown = value === 'unknown';
  return (
    <span class="day">
      <input
        {...common}
        type="date"
        value={isUnknown ? '' : wordsOf(value)}
        disabled={isUnknown}
        onInput={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
      />
      {mayBeUnknown && (
        <label class="beside">
          <input
            type="checkbox"
            checked={isUnknown}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? 'unknown' : null)}
          />
          {page.unknownDay}
        </label>
      )}
    </span>
  );
}

interface LinesProps {
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A list of words, a line each. What is typed stands as it is typed until the list comes to be another from elsewhere. */
function Lines({ value, onChange, ...common }: LinesProps) {
  const lines = listOf(value).map(wordsOf);
  const [typed, setTyped] = useState(lines.join('\n'));
  const shown = linesOf(typed).join('\n') === lines.join('\n') ? typed : lines.join('\n');
  return (
    <textarea
      {...common}
      rows={Math.max(2, lines.length)}
      value={shown}
      onInput={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(blankOf(linesOf(currentTarget.value)));
      }}
    />
  );
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function groupOf(value: unknown): FieldValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FieldValues) : {};
}
