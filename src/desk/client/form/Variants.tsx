import { useState } from 'preact/hooks';
import type { ItemCard, Variant } from '../../../domain/desk/api.ts';
import { beginningOf, variantOf } from '../../../domain/desk/variants.ts';
import { page } from '../../../strings/desk-client.ts';
import { Control } from './Control.tsx';

interface Props {
  id: string;
  label?: string | undefined;
  variants: readonly Variant[];
  value: unknown;
  items: readonly ItemCard[];
  isRequired: boolean;
  describedBy?: string | undefined;
  onChange: (value: unknown) => void;
}

const NONE = '';

/** A field that is filled in in one of several ways: the way is chosen first, then its own fields show. */
export function Variants({ id, label, variants, value, items, isRequired, describedBy, onChange }: Props) {
  const [chosen, setChosen] = useState<number>();
  const isEmpty = value === undefined || value === null;
  const current = isEmpty ? chosen : (variantOf(variants, value) ?? chosen);
  const variant = current === undefined ? undefined : variants[current];
  const choose = (words: string) => {
    const next = words === NONE ? undefined : Number(words);
    setChosen(next);
    const way = next === undefined ? undefined : variants[next];
    onChange(way ? beginningOf(way, value) : null);
  };
  return (
    <span class="variants">
      <select
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        value={current ?? NONE}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value={NONE}>{isRequired ? page.choosePlease : page.none}</option>
        {variants.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
      {variant && variant.shape.type !== 'constant' && (
        <span class="variants__own" role="group" aria-label={variant.label}>
          <Control
            key={current}
            id={`${id}-own`}
            label={variant.label}
            shape={variant.shape}
            value={value}
            items={items}
            isRequired
            onChange={onChange}
          />
          {variant.help && <span class="help">{variant.help}</span>}
        </span>
      )}
    </span>
  );
}
