import { page } from '../../../strings/desk-client.ts';

interface Props {
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Numbers by names, a line each: 已经解决 2. */
export function Counts({ id, value, onChange }: Props) {
  const rows = Object.entries((value ?? {}) as Record<string, unknown>);
  const set = (index: number, row: [name: string, count: unknown]) => {
    const all = rows.map((each, at) => (at === index ? row : each));
    onChange(all.length > 0 ? Object.fromEntries(all) : null);
  };
  const remove = (index: number) => {
    const left = rows.filter((_, at) => at !== index);
    onChange(left.length > 0 ? Object.fromEntries(left) : null);
  };
  return (
    <span class="counts" id={id}>
      {rows.map(([name, count], index) => (
        <span key={index} class="counts__row">
          <input
            aria-label={page.countName}
            value={name}
            onChange={({ currentTarget }) => set(index, [currentTarget.value.trim(), count])}
          />
          <input
            aria-label={page.countOf(name)}
            type="number"
            min="0"
            value={typeof count === 'number' ? count : ''}
            onInput={({ currentTarget }) =>
              set(index, [name, currentTarget.value === '' ? 0 : Number(currentTarget.value)])
            }
          />
          <button type="button" onClick={() => remove(index)}>
            {page.removeItem}
          </button>
        </span>
      ))}
      <button
        type="button"
        onClick={() => onChange(Object.fromEntries([...rows, [page.newCount(rows.length + 1), 0]]))}
      >
        {page.addItem}
      </button>
    </span>
  );
}
