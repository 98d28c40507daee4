import { useState } from 'preact/hooks';
import {
  ROUTES,
  type FieldValues,
  type ItemCard,
  type KindForm,
  type OpenItem,
} from '../../../domain/desk/api.ts';
import { page } from '../../../strings/desk-client.ts';
import { NEW_KINDS, plansPage } from '../../../strings/desk-plans-client.ts';
import { KIND_NAMES } from '../../../strings/kind-names.ts';
import { ask } from '../ask.ts';
import { FieldForm } from '../FieldForm.tsx';
import { Heading } from '../Heading.tsx';
import { addressOf, go } from '../route.ts';
import { say, trying } from '../said.tsx';
import { useLoaded } from '../use-loaded.ts';

/** An item to be made: of which kind, then its form. */
export function NewPage({ collection }: { collection: string | undefined }) {
  if (collection !== undefined) return <NewItem collection={collection} />;
  return (
    <>
      <Heading>{plansPage.new}</Heading>
      <p class="soft">{plansPage.newHelp}</p>
      <ul class="items">
        {Object.entries(NEW_KINDS).map(([kind, help]) => (
          <li key={kind}>
            <a href={addressOf({ place: 'new', file: kind })}>{KIND_NAMES[kind]}</a>{' '}
            <span class="soft">{help}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function NewItem({ collection }: { collection: string }) {
  const { value: form, trouble } = useLoaded(
    () => ask<KindForm>(ROUTES.kind, { query: { collection } }),
    collection,
  );
  const { value: items = [] } = useLoaded(() => ask<ItemCard[]>(ROUTES.items), '');
  const [values, setValues] = useState<FieldValues>({});
  const [id, setId] = useState('');
  const make = () =>
    trying(async () => {
      const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
      const body = { collection, ...(id.trim() === '' ? {} : { id: id.trim() }), fields };
      const { file } = await ask<OpenItem>(ROUTES.item, { method: 'POST', body });
      go({ place: 'item', file });
      say(plansPage.made);
    });
  const parts = form && [
    form.fields.filter(({ isRequired }) => isRequired),
    form.fields.filter(({ isRequired }) => !isRequired),
  ];
  return (
    <>
      <Heading>{form ? plansPage.newOf(form.name) : page.loading}</Heading>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      {parts && (
        <div class="new-item">
          <FieldForm fields={parts[0]!} values={values} items={items} onChange={setValues} />
          <div class="field">
            <label>
              {plansPage.newId}
              <input value={id} onInput={({ currentTarget }) => setId(currentTarget.value)} />
            </label>
          </div>
          <details class="plan-fields">
            <summary>{plansPage.optional}</summary>
            <FieldForm fields={parts[1]!} values={values} items={items} onChange={setValues} />
          </details>
          <p>
            <button type="button" class="main" onClick={make}>
              {plansPage.make}
            </button>
          </p>
        </div>
      )}
    </>
  );
}
