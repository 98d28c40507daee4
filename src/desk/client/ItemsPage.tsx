import { useState } from 'preact/hooks';
import { ROUTES, type ItemCard } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { Heading } from './Heading.tsx';
import { addressOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';

const MOST = 200;

/** Everything that the content holds, found by its title; drafts too. */
export function ItemsPage() {
  const { value: items, trouble } = useLoaded(() => ask<ItemCard[]>(ROUTES.items), '');
  const [wanted, setWanted] = useState('');
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
      <ul class="items">
        {found.slice(0, MOST).map((item) => (
          <li key={item.file}>
            <a href={addressOf({ place: 'item', file: item.file })}>{item.title}</a> <States {...item} />
          </li>
        ))}
      </ul>
    </>
  );
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
