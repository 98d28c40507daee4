import { useState } from 'preact/hooks';
import type { ItemCard } from '../../../domain/desk/api.ts';
import { LIBRARY_FOLDERS } from '../../../domain/desk/session-rows.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';

const MOST = 8;

interface Props {
  /** What the field is called for screen readers. */
  label: string;
  readings: readonly string[];
  items: readonly ItemCard[];
  onChange: (readings: string[]) => void;
}

/** What is read at a session: entries by their titles, found by typing some of it. */
export function Readings({ label, readings, items, onChange }: Props) {
  const [wanted, setWanted] = useState('');
  const words = wanted.trim();
  const titleOf = (reading: string) => {
    const key = reading.split('#')[0];
    return items.find(({ collection, id }) => `${collection}/${id}` === key)?.title ?? reading;
  };
  const found =
    words === ''
      ? []
      : items
          .filter(
            ({ collection, id, title }) =>
              LIBRARY_FOLDERS.includes(collection) &&
              title.includes(words) &&
              !readings.includes(`${collection}/${id}`),
          )
          .slice(0, MOST);
  const add = ({ collection, id }: ItemCard) => {
    onChange([...readings, `${collection}/${id}`]);
    setWanted('');
  };
  const addFirst = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setWanted('');
    if (event.key !== 'Enter' || !found[0]) return;
    event.preventDefault();
    add(found[0]);
  };
  return (
    <div class="readings">
      {readings.map((reading) => (
        <span key={reading} class="readings__one">
          {titleOf(reading)}{' '}
          <button
            type="button"
            aria-label={plansPage.removeReading(titleOf(reading))}
            onClick={() => onChange(readings.filter((each) => each !== reading))}
          >
            ×
          </button>
        </span>
      ))}
      <input
        type="search"
        aria-label={label}
        placeholder={plansPage.addReading}
        title={plansPage.addReadingHelp}
        value={wanted}
        onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        onKeyDown={addFirst}
      />
      {words !== '' && (
        <span class="readings__found" role="group" aria-label={plansPage.addReadingHelp}>
          {found.map((item) => (
            <button key={item.file} type="button" onClick={() => add(item)}>
              {item.title}
            </button>
          ))}
          {found.length === 0 && <span class="soft">{plansPage.noReading}</span>}
        </span>
      )}
    </div>
  );
}
