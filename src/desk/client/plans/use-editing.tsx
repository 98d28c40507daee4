import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ROUTES, type FieldValues, type OpenItem } from '../../../domain/desk/api.ts';
import { changedFields } from '../../../domain/desk/form-values.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { ask, NotDone } from '../ask.ts';
import { ConflictView } from '../ConflictView.tsx';
import { addressOf } from '../route.ts';
import { say, trying } from '../said.tsx';

interface Editing {
  values: FieldValues;
  setValues: (change: (before: FieldValues) => FieldValues) => void;
  isChanged: boolean;
  save: (values?: FieldValues) => Promise<void>;
  discard: () => void;
  /** What is shown where the file was changed elsewhere. */
  conflict: ComponentChildren;
}

/** The fields of a file that are being edited, and how they are saved. */
export function useEditing(item: OpenItem, onSaved: (item: OpenItem) => void): Editing {
  const [values, set] = useState<FieldValues>(item.fields ?? {});
  const [conflict, setConflict] = useState<NonNullable<NotDone['conflict']>>();
  const isChanged = Object.keys(changedFields(item.fields ?? {}, values)).length > 0;
  useEffect(() => set(item.fields ?? {}), [item.digest]);
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);
  const put = (body: object) =>
    trying(async () => {
      try {
        onSaved(await ask<OpenItem>(ROUTES.item, { method: 'PUT', body: { file: item.file, ...body } }));
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
  const overwrite = (source: string) =>
    trying(async () => {
      const { digest } = await ask<OpenItem>(ROUTES.item, { query: { file: item.file } });
      await put({ digest, source });
    });
  return {
    values,
    setValues: (change) => set((before) => change(before)),
    isChanged,
    save: (of = values) => put({ digest: item.digest, fields: changedFields(item.fields ?? {}, of) }),
    discard: () => set(item.fields ?? {}),
    conflict: conflict && <ConflictView conflict={conflict} onTheirs={reopen} onYours={overwrite} />,
  };
}

interface BarProps {
  item: OpenItem;
  isChanged: boolean;
  onSave: () => void;
  onDiscard: () => void;
  children?: ComponentChildren;
}

/** The line of buttons over what is being edited. */
export function EditingBar({ item, isChanged, onSave, onDiscard, children }: BarProps) {
  return (
    <div class="item__bar">
      <button type="button" class="main" disabled={!isChanged} onClick={onSave}>
        {page.save}
      </button>
      <button type="button" disabled={!isChanged} onClick={onDiscard}>
        {plansPage.discard}
      </button>
      <span class="soft" data-unsaved={isChanged}>
        {isChanged ? page.unsaved : item.file}
      </span>
      {children}
      <a href={addressOf({ place: 'source', file: item.file })}>{plansPage.sourceFile}</a>
      <a href={addressOf({ place: 'history', file: item.file })}>{page.history}</a>
    </div>
  );
}

/** Ctrl+S saves, wherever the focus is. */
export function useSaveKey(onSave: () => void): void {
  const save = useRef(onSave);
  save.current = onSave;
  useEffect(() => {
    const saveByKey = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save.current();
    };
    addEventListener('keydown', saveByKey);
    return () => removeEventListener('keydown', saveByKey);
  }, []);
}
