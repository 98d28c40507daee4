import { useRef } from 'preact/hooks';
import type { FieldShape, ItemCard } from '../../../domain/desk/api.ts';
import { blankOf } from '../../../domain/desk/form-values.ts';
import { movedItem } from '../../../domain/desk/variants.ts';
import { page } from '../../../strings/desk-client.ts';
import { say } from '../said.tsx';
import { Control } from './Control.tsx';
import { keepingFocus } from './keep-focus.ts';

interface Props {
  id: string;
  item: FieldShape;
  values: readonly unknown[];
  items: readonly ItemCard[];
  onChange: (value: unknown) => void;
}

/** A list of groups: one after the other, to be added, taken away and moved, by Alt with the arrow keys, too. */
export function Groups({ id, item, values, items, onChange }: Props) {
  const keys = useListKeys(values.length);
  const set = (index: number, value: unknown) =>
    onChange(values.map((each, at) => (at === index ? value : each)));
  const remove = (index: number) => {
    keys.current.splice(index, 1);
    onChange(blankOf(values.filter((_, at) => at !== index)));
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= values.length) return;
    keepingFocus(() => {
      keys.current = movedItem(keys.current, from, to);
      onChange(movedItem(values, from, to));
    });
    say(page.movedTo(to + 1, values.length));
  };
  return (
    <div class="groups" id={id}>
      {values.map((value, index) => (
        <fieldset
          key={keys.current[index]}
          onKeyDown={(event) => {
            const step = arrowStep(event);
            if (step !== 0) move(index, index + step);
          }}
        >
          <legend>{index + 1}</legend>
          <Control
            id={`${id}-${keys.current[index]}`}
            label={`${index + 1}`}
            shape={item}
            value={value}
            items={items}
            isRequired
            onChange={(inner) => set(index, inner)}
          />
          <p class="groups__tools">
            <button type="button" disabled={index === 0} onClick={() => move(index, index - 1)}>
              {page.moveUp}
            </button>
            <button
              type="button"
              disabled={index === values.length - 1}
              onClick={() => move(index, index + 1)}
            >
              {page.moveDown}
            </button>
            <button type="button" onClick={() => remove(index)}>
              {page.removeItem}
            </button>
          </p>
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange([...values, item.type === 'group' ? {} : null])}>
        {page.addItem}
      </button>
    </div>
  );
}

/** −1 or 1 for Alt with an arrow up or down, which is then taken; 0 for any other key. */
export function arrowStep(event: KeyboardEvent): -1 | 0 | 1 {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return 0;
  event.preventDefault();
  event.stopPropagation();
  return event.key === 'ArrowUp' ? -1 : 1;
}

let lastKey = 0;

/** A key that no other item has. */
export function freshKey(): number {
  lastKey += 1;
  return lastKey;
}

/** Keys for the items of a list that move with them; made anew where the list got as many others from elsewhere. */
export function useListKeys(length: number): { current: number[] } {
  const keys = useRef<number[]>([]);
  while (keys.current.length < length) keys.current.push(freshKey());
  if (keys.current.length > length) keys.current.length = length;
  return keys;
}
