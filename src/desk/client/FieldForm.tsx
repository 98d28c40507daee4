import { Fragment, type ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldShape, FieldValues, FormField, ItemCard } from '../../domain/desk/api.ts';
import { blankOf } from '../../domain/desk/form-values.ts';
import { page } from '../../strings/desk-client.ts';

interface FormProps {
  fields: readonly FormField[];
  values: FieldValues;
  /** The items that fields may name. */
  items: readonly ItemCard[];
  onChange: (values: FieldValues) => void;
  /** What stands behind a field, by its name: what is wrong with it. */
  notes?: Readonly<Record<string, ComponentChildren>>;
}

/** A form made from a schema: a label, help and a control for each field, in the schema's order. */
export function FieldForm({ fields, values, items, onChange, notes = {} }: FormProps) {
  return (
    <div class="form">
      {fields.map((field) => (
        <Fragment key={field.name}>
          <Field
            field={field}
            value={values[field.name]}
            items={items}
            onChange={(value) => onChange({ ...values, [field.name]: value })}
          />
          {notes[field.name]}
        </Fragment>
      ))}
    </div>
  );
}

interface FieldProps {
  field: FormField;
  value: unknown;
  items: readonly ItemCard[];
  onChange: (value: unknown) => void;
}

/** One field with its name and what its schema says of it. */
export function Field({ field, value, items, onChange }: FieldProps) {
  const id = useId();
  const { label, help, isRequired, shape, example, name } = field;
  const isGroup = shape.type === 'group' || (shape.type === 'list' && shape.item.type === 'group');
  const words = [
    help,
    shape.type === 'list' && !isGroup ? page.listHelp : '',
    example && !help.includes(example) ? example : '',
  ]
    .filter(Boolean)
    .join('；');
  const control = { id, shape, value, items, isRequired, onChange };
  if (isGroup)
    return (
      <details class="field field--group" data-field={name} open={value !== undefined && value !== null}>
        <summary>
          {label}
          {words && <span class="soft"> {words}</span>}
        </summary>
        <Control {...control} />
      </details>
    );
  return (
    <div class="field" data-field={name}>
      <label for={id}>
        {label}
        {isRequired && <span class="soft"> {page.required}</span>}
      </label>
      <Control {...control} describedBy={words ? `${id}-help` : undefined} />
      {words && (
        <p id={`${id}-help`} class="help">
          {words}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  id: string;
  shape: FieldShape;
  value: unknown;
  items: readonly ItemCard[];
  isRequired: boolean;
  describedBy?: string | undefined;
  onChange: (value: unknown) => void;
}

function Control({ id, shape, value, items, isRequired, describedBy, onChange }: ControlProps) {
  const common = { id, 'aria-describedby': describedBy };
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
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? true : null)}
        />
      );
    case 'choice':
      return (
        <select {...common} value={wordsOf(value)} onChange={setWords}>
          {!isRequired && <option value="">{page.none}</option>}
          {shape.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      );
    case 'list':
      return shape.item.type === 'group' ? (
        <Groups fields={shape.item.fields} values={listOf(value)} items={items} onChange={onChange} />
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
    case 'rule':
      return (
        <>
          <input {...common} value={value === undefined ? '' : JSON.stringify(value)} readOnly />
          <p class="help">{page.ruleHelp}</p>
        </>
      );
  }
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

function Lines({
  value,
  onChange,
  ...common
}: {
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const lines = listOf(value).map(wordsOf);
  return (
    <textarea
      {...common}
      rows={Math.max(2, lines.length)}
      defaultValue={lines.join('\n')}
      onInput={({ currentTarget }) => {
        const typed = currentTarget.value.split('\n').map((line) => line.trim());
        onChange(blankOf(typed.filter((line) => line !== '')));
      }}
    />
  );
}

interface GroupsProps {
  fields: readonly FormField[];
  values: unknown[];
  items: readonly ItemCard[];
  onChange: (value: unknown) => void;
}

function Groups({ fields, values, items, onChange }: GroupsProps) {
  const set = (index: number, value: unknown) =>
    onChange(values.map((each, at) => (at === index ? value : each)));
  return (
    <>
      {values.map((value, index) => (
        <fieldset key={index}>
          <legend>{index + 1}</legend>
          <FieldForm
            fields={fields}
            values={groupOf(value)}
            items={items}
            onChange={(inner) => set(index, inner)}
          />
          <button type="button" onClick={() => onChange(blankOf(values.filter((_, at) => at !== index)))}>
            {page.removeItem}
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange([...values, {}])}>
        {page.addItem}
      </button>
    </>
  );
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
