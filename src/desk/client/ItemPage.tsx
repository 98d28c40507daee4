import { useEffect, useState } from 'preact/hooks';
import {
  ROUTES,
  type EditedBlock,
  type FieldValues,
  type ItemCard,
  type Mend,
  type OpenItem,
} from '../../domain/desk/api.ts';
import { WRITE_ROUTES } from '../../domain/desk/write.ts';
import { changedFields } from '../../domain/desk/form-values.ts';
import { HIDEABLE } from '../../domain/visibility.ts';
import { page } from '../../strings/desk-client.ts';
import { write } from '../../strings/desk-write-client.ts';
import { ask } from './ask.ts';
import { FieldForm } from './FieldForm.tsx';
import { Heading } from './Heading.tsx';
import { itemTitle } from './item-title.ts';
import { fieldNotes, OwnFindings } from './OwnFindings.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import { addressOf, go } from './route.ts';
import { say, trying } from './said.tsx';
import { TextEditor } from './TextEditor.tsx';
import { useLoaded } from './use-loaded.ts';
import { isSaveKey, useLeaveWarning, useSaving } from './use-saving.tsx';
import { findingsElsewhere, notesOf } from './write/notes.tsx';
import { SaveChoice } from './write/SaveChoice.tsx';
import { SourceView } from './write/SourceView.tsx';

/** One file: its fields as a form, its body as a text, and what is the matter with it. */
export function ItemPage({ file }: { file: string }) {
  const {
    value: item,
    trouble,
    set,
  } = useLoaded(() => ask<OpenItem>(ROUTES.item, { query: { file } }), file);
  useLaterFindings(item, set);
  const { value: items = [] } = useLoaded(() => ask<ItemCard[]>(ROUTES.items), '');
  return (
    <>
      <Heading>{item ? itemTitle(item) : page.loading}</Heading>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      {item && <Editing item={item} items={items} onSaved={set} />}
    </>
  );
}

/** Seconds after which a file that was opened or saved is looked at for what has been found meanwhile. */
const LATER = [1, 3, 8];

/** What only shows beside other files is found a little later: it is asked for again, and the text that is being edited stays. */
function useLaterFindings(item: OpenItem | undefined, set: (item: OpenItem) => void): void {
  const { file, digest } = item ?? {};
  useEffect(() => {
    if (file === undefined) return undefined;
    let isCurrent = true;
    const look = async () => {
      const now = await ask<OpenItem>(ROUTES.item, { query: { file } }).catch(() => undefined);
      if (isCurrent && now && now.digest === digest) set(now);
    };
    const timers = LATER.map((seconds) => setTimeout(() => void look(), seconds * 1000));
    return () => {
      isCurrent = false;
      timers.forEach(clearTimeout);
    };
  }, [file, digest]);
}

type Tab = 'text' | 'both' | 'preview' | 'sourceFile';

const TAB_NAMES: Record<Tab, string> = {
  text: page.text,
  both: write.both,
  preview: page.preview,
  sourceFile: page.sourceFile,
};

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
  const changed = changedFields(item.fields ?? {}, values);
  const isChanged = Object.keys(changed).length > 0 || blocks !== undefined || source !== undefined;
  useEffect(() => {
    setValues(item.fields ?? {});
    setBlocks(undefined);
    setSource(undefined);
  }, [item.digest]);
  useLeaveWarning(isChanged);
  const [paragraph, setParagraph] = useState<number>();
  const [isAsking, setAsking] = useState(false);
  const { put, reopen, conflict } = useSaving(item, onSaved, () => setAsking(false));
  const fields = Object.keys(changed).length > 0 ? changed : undefined;
  const save = () => {
    const body = source === undefined ? { fields, blocks } : { source };
    return put(ROUTES.item, { digest: item.digest, ...body }, page.saved);
  };
  const correct = (reasons: string[], role: string) =>
    put(
      WRITE_ROUTES.corrections,
      { digest: item.digest, blocks, fields, reasons, ...(role === '' ? {} : { role }) },
      write.correctedAndSaved,
    );
  /** A change of words that readers have seen is asked about. */
  const isPublishedText =
    item.isPublished && blocks !== undefined && item.form.fields.some(({ name }) => name === 'corrections');
  const askOrSave = () => (isPublishedText && source === undefined ? setAsking(true) : void save());
  const mend = (fix: Mend) => {
    setValues((last) => ({ ...last, ...fix.fields }));
    say(write.mended);
  };
  const nameSource = () => {
    if (isChanged) say(page.saveFirst);
    else if (confirm(write.nameSourceAsk))
      void trying(async () => {
        const { file, digest } = item;
        const made = await ask<OpenItem>(WRITE_ROUTES.components, { method: 'POST', body: { file, digest } });
        go({ place: 'item', file: made.file });
      });
  };
  const elsewhere = {
    item,
    findings: findingsElsewhere(item),
    isChanged,
    onAnswered: onSaved,
    onMend: mend,
  };
  const saveByKey = (event: KeyboardEvent) => {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    if (isChanged) askOrSave();
  };
  const tabs: Tab[] = [
    ...(item.blocks ? (['text', 'both'] as const) : []),
    ...(item.hasPage ? (['preview'] as const) : []),
    'sourceFile',
  ];
  return (
    <div class="item" onKeyDown={saveByKey}>
      <div class="item__bar">
        <button type="button" class="main" disabled={!isChanged} onClick={askOrSave}>
          {page.save}
        </button>
        <span class="soft" data-unsaved={isChanged}>
          {isChanged ? page.unsaved : item.file}
        </span>
        <a href={addressOf({ place: 'history', file: item.file })}>{page.history}</a>
        <ItemActions item={item} onDone={reopen} />
      </div>
      {conflict}
      {isAsking && blocks && (
        <SaveChoice
          file={item.file}
          blocks={blocks}
          onSlip={save}
          onCorrection={correct}
          onCancel={() => setAsking(false)}
        />
      )}
      <OwnFindings {...elsewhere} />
      <div class={tab === 'both' ? 'item__sides item__sides--both' : 'item__sides'}>
        <section class="item__fields" aria-label={page.fields}>
          {item.fields && (
            <FieldForm
              fields={item.form.fields}
              values={values}
              items={items}
              onChange={setValues}
              notes={fieldNotes(elsewhere)}
            />
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
                {TAB_NAMES[name]}
              </button>
            ))}
          </div>
          <div class="item__panels">
            {item.blocks && (
              <div hidden={tab !== 'text' && tab !== 'both'}>
                <TextEditor
                  blocks={item.blocks}
                  version={item.digest}
                  isMdx={item.file.endsWith('.mdx')}
                  items={items}
                  isShown={tab === 'text' || tab === 'both'}
                  onChange={setBlocks}
                  onNameSource={nameSource}
                  onCursor={(block) => setParagraph(paragraphOf(item, block))}
                  notesOf={(view) => notesOf({ item, isChanged, view, onAnswered: onSaved, onMend: mend })}
                />
              </div>
            )}
            {(tab === 'preview' || tab === 'both') && (
              <PreviewFrame path={`${item.collection}/${item.id}/`} paragraph={paragraph} />
            )}
          </div>
          {tab === 'sourceFile' && (
            <SourceView source={source ?? item.source} findings={item.findings} onChange={setSource} />
          )}
        </section>
      </div>
    </div>
  );
}

/** The first paragraph of the page that a block is. */
function paragraphOf({ blocks = [], paragraphLines = [] }: OpenItem, block: number): number | undefined {
  const [first, last] = blocks[block]?.lines ?? [0, 0];
  const index = paragraphLines.findIndex((line) => first <= line && line <= last);
  return index < 0 ? undefined : index + 1;
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
