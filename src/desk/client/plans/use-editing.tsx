import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ROUTES, type FieldValues, type OpenItem } from '../../../domain/desk/api.ts';
import { changedFields } from '../../../domain/desk/form-values.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { addressOf } from '../route.ts';
import { isSaveKey, useLeaveWarning, useSaving } from '../use-saving.tsx';

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
  const isChanged = Object.keys(changedFields(item.fields ?? {}, values)).length > 0;
  const { put, conflict } = useSaving(item, onSaved);
  useEffect(() => set(item.fields ?? {}), [item.digest]);
  useLeaveWarning(isChanged);
  return {
    values,
    setValues: (change) => set((before) => change(before)),
    isChanged,
    save: (of = values) =>
      put(ROUTES.item, { digest: item.digest, fields: changedFields(item.fields ?? {}, of) }, page.saved),
    discard: () => set(item.fields ?? {}),
    conflict,
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
      if (!isSaveKey(event)) return;
      event.preventDefault();
      save.current();
    };
    addEventListener('keydown', saveByKey);
    return () => removeEventListener('keydown', saveByKey);
  }, []);
}
