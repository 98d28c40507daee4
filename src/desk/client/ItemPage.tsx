import { useEffect, useState } from 'preact/hooks';
import {
  ROUTES,
  type EditedBlock,
  type FieldValues,
  type ItemCard,
  type OpenItem,
} from '../../domain/desk/api.ts';
import { changedFields } from '../../domain/desk/form-values.ts';
import { HIDEABLE } from '../../domain/visibility.ts';
import { page } from '../../strings/desk-client.ts';
import { ask, NotDone } from './ask.ts';
import { ConflictView } from './ConflictView.tsx';
import { FieldForm } from './FieldForm.tsx';
import { Heading } from './Heading.tsx';
import { OwnFindings } from './OwnFindings.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import { addressOf, go } from './route.ts';
import { say, trying } from './said.tsx';
import { TextEditor } from './TextEditor.tsx';
import { useLoaded } from './use-loaded.ts';

/** One file: its fields as a form, its body as a text, and what is the matter with it. */
export function ItemPage({ file }: { file: string }) {
  const {
    value: item,
    trouble,
    set,
  } = useLoaded(() => ask<OpenItem>(ROUTES.item, { query: { file } }), file);
  const { value: items = [] } = useLoaded(() => ask<ItemCard[]>(ROUTES.items), '');
  return (
    <>
      <Heading>{item ? titleOf(item) : page.loading}</Heading>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      {item && <Editing item={item} items={items} onSaved={set} />}
    </>
  );
}

function titleOf({ fields, id }: OpenItem): string {
  const { title, name } = fields ?? {};
  return [title, name].find((words) => typeof words === 'string') ?? id;
}

type Tab = 'text' | 'preview' | 'sourceFile';
type Conflict = NonNullable<NotDone['conflict']>;

interface EditingProps {
  item: OpenItem;
  items: readonly ItemCard[];
  onSaved: (item: OpenItem) => void;
}

function Editing({ item, items, onSaved }: EditingProps) {
  const [values, setValues] = useState<FieldValues>(item.fields ?? {});
  const [blocks, setBlocks] = useState<EditedBlock[]>();
  const [source, setSource] = useState<string>();
  const [tab, setTab] = useState<Tab>(item.blocks ? 'text' : 'sourceFile');
  const [conflict, setConflict] = useState<Conflict>();
  const changed = changedFields(item.fields ?? {}, values);
  const isChanged = Object.keys(changed).length > 0 || blocks !== undefined || source !== undefined;
  useEffect(() => {
    setValues(item.fields ?? {});
    setBlocks(undefined);
    setSource(undefined);
  }, [item.digest]);
  useEffect(() => warnWhile(isChanged), [isChanged]);
  const save = (digest: string, text = source) =>
    trying(async () => {
      const fields = Object.keys(changed).length > 0 ? changed : undefined;
      const change = text === undefined ? { fields, blocks } : { source: text };
      try {
        onSaved(
          await ask<OpenItem>(ROUTES.item, { method: 'PUT', body: { file: item.file, digest, ...change } }),
        );
        setConflict(undefined);
        say(page.saved);
      } catch (error) {
        if (!(error instanceof NotDone) || !error.conflict) throw error;
        setConflict(error.conflict);
      }
    });
  const reopen = () =>
    trying(async () => {
      onSaved(await ask<OpenItem>(ROUTES.item, { query: { file: item.file } }));
      setConflict(undefined);
    });
  const overwrite = (yours: string) =>
    trying(async () => {
      const { digest } = await ask<OpenItem>(ROUTES.item, { query: { file: item.file } });
      await save(digest, yours);
    });
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (isChanged) void save(item.digest);
  };
  const tabs: Tab[] = [
    ...(item.blocks ? (['text'] as const) : []),
    ...(item.hasPage ? (['preview'] as const) : []),
    'sourceFile',
  ];
  return (
    <div class="item" onKeyDown={saveByKey}>
      <div class="item__bar">
        <button type="button" class="main" disabled={!isChanged} onClick={() => save(item.digest)}>
          {page.save}
        </button>
        <span class="soft" data-unsaved={isChanged}>
          {isChanged ? page.unsaved : item.file}
        </span>
        <a href={addressOf({ place: 'history', file: item.file })}>{page.history}</a>
        <ItemActions item={item} onDone={reopen} />
      </div>
      {conflict && <ConflictView conflict={conflict} onTheirs={reopen} onYours={overwrite} />}
      <OwnFindings item={item} isChanged={isChanged} onSettled={onSaved} />
      <div class="item__sides">
        <section class="item__fields" aria-label={page.fields}>
          {item.fields && (
            <FieldForm fields={item.form.fields} values={values} items={items} onChange={setValues} />
          )}
        </section>
        <section class="item__text">
          <div class="tabs" role="tablist">
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                aria-selected={tab === name}
                onClick={() => setTab(name)}
              >
                {page[name]}
              </button>
            ))}
          </div>
          {item.blocks && (
            <div hidden={tab !== 'text'}>
              <TextEditor blocks={item.blocks} version={item.digest} onChange={setBlocks} />
            </div>
          )}
          {tab === 'preview' && (
            <PreviewFrame path={`${item.collection}/${item.id}/`} version={item.digest} />
          )}
          {tab === 'sourceFile' && (
            <textarea
              class="source"
              aria-label={page.sourceFile}
              spellcheck={false}
              value={source ?? item.source}
              onInput={({ currentTarget }) => setSource(currentTarget.value)}
            />
          )}
        </section>
      </div>
    </div>
  );
}

/** A browser asks before a page is left on which something is not saved. */
function warnWhile(isChanged: boolean): (() => void) | undefined {
  if (!isChanged) return undefined;
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', warn);
  return () => removeEventListener('beforeunload', warn);
}

function ItemActions({ item, onDone }: { item: OpenItem; onDone: () => void }) {
  const key = `${item.collection}/${item.id}`;
  const isHideable = (HIDEABLE as readonly string[]).includes(item.collection);
  const withdraw = (undo: boolean) =>
    trying(async () => {
      if (!undo) {
        const { lines } = await ask<{ lines: string[] }>(ROUTES.withdraw, { query: { key } });
        if (!confirm([page.withdrawAsk, ...lines].join('\n'))) return;
      }
      await ask(ROUTES.withdraw, { method: 'POST', body: { key, undo } });
      onDone();
    });
  const remove = () =>
    trying(async () => {
      if (!confirm(page.removeAsk)) return;
      await ask(ROUTES.remove, { method: 'POST', body: { file: item.file, digest: item.digest } });
      go({ place: 'items' });
    });
  return (
    <>
      {isHideable && (
        <button type="button" onClick={() => withdraw(item.isWithdrawn)}>
          {item.isWithdrawn ? page.putBack : page.withdraw}
        </button>
      )}
      {item.file !== 'site.yaml' && (
        <button type="button" onClick={remove}>
          {page.remove}
        </button>
      )}
    </>
  );
}
