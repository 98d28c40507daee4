import { Fragment, type ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldShape, FieldValues, FormField, ItemCard } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { Control } from './form/Control.tsx';

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
  const isGroup = isGroupShape(shape);
  const words = [
    help,
    shape.type === 'list' && !isGroup ? page.listHelp : '',
    example && !isShown(shape) && !help.includes(example) ? example : '',
  ]
    .filter(Boolean)
    .join('；');
  const control = { id, shape, value, items, isRequired, onChange };
  if (isGroup)
    return (
      <details
        class="field field--group"
        data-field={name}
        open={isRequired || (value !== undefined && value !== null)}
      >
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

/** Whether the control itself shows how the field is filled in, so that YAML says nothing more. */
function isShown(shape: FieldShape): boolean {
  return ['variants', 'choice', 'day', 'time', 'boolean', 'list'].includes(shape.type) || isGroupShape(shape);
}

/** Whether a field is one of several controls, which fold. */
function isGroupShape(shape: FieldShape): boolean {
  if (shape.type !== 'list') return shape.type === 'group';
  return shape.item.type === 'group' || shape.item.type === 'variants';
}
