import { useEffect, useState } from 'preact/hooks';
import { ROUTES, type ItemCard } from '../../domain/desk/api.ts';
import type { Found } from '../../domain/desk/search-texts.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { Heading } from './Heading.tsx';
import { addressOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';

const MOST = 200;

/** Everything that the content holds, found by its title and by what stands in it; drafts too. */
export function ItemsPage() {
  const { value: items, trouble } = useLoaded(() => ask<ItemCard[]>(ROUTES.items), '');
  const [wanted, setWanted] = useState('');
  const paused = useWhenPaused(wanted.trim());
  const { value: inTexts } = useLoaded(() => searched(paused), paused);
  const found = (items ?? []).filter(({ title, file }) => `${title} ${file}`.includes(wanted.trim()));
  return (
    <>
      <Heading>{page.items}</Heading>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      <p>
        <label>
          {page.find}{' '}
          <input
            type="search"
            value={wanted}
            onInput={({ currentTarget }) => setWanted(currentTarget.value)}
          />
        </label>{' '}
        <span class="soft">{items ? page.found(found.length) : page.loading}</span>
      </p>
      <ul class="items" aria-label={page.byTitle}>
        {found.slice(0, MOST).map((item) => (
          <li key={item.file}>
            <a href={addressOf({ place: 'item', file: item.file })}>{item.title}</a> <States {...item} />
          </li>
        ))}
      </ul>
      {inTexts && inTexts.length > 0 && (
        <section data-in-texts>
          <h2>{page.inTexts(inTexts.length)}</h2>
          <ul class="items">
            {inTexts.map(({ file, count, passage }) => (
              <li key={file}>
                <a href={addressOf({ place: 'item', file })}>
                  {items?.find((item) => item.file === file)?.title ?? file}
                </a>{' '}
                <span class="soft">{page.times(count)}</span>
                <br />
                {`…${passage}…`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Words shorter than two characters stand nearly everywhere. */
const LEAST = 2;
const PAUSE = 250;

/** Where words stand in texts. */
async function searched(words: string): Promise<Found[]> {
  return words.length < LEAST ? [] : ask<Found[]>(ROUTES.search, { query: { words } });
}

/** What was typed last before a pause. */
function useWhenPaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

function States({ isDraft, isInternal, isWithdrawn, isFaulty, file }: ItemCard) {
  const states = [
    isFaulty && page.faulty,
    isDraft && page.draft,
    isInternal && page.internal,
    isWithdrawn && page.withdrawn,
  ];
  return (
    <>
      {states.map(
        (state) =>
          state && (
            <span key={state} class="notice">
              {state}
            </span>
          ),
      )}
      <span class="soft"> {file}</span>
    </>
  );
}
