import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ROUTES, type OpenItem } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask, NotDone } from './ask.ts';
import { ConflictView } from './ConflictView.tsx';
import { say, trying } from './said.tsx';

interface Saving {
  /** Sends a change of the file and says what was done. */
  put: (route: string, body: object, said: string) => Promise<void>;
  /** Opens the file as it is now. */
  reopen: () => Promise<void>;
  /** What is shown where the file was changed elsewhere. */
  conflict: ComponentChildren;
}

/** How a change of a file is saved; where the file was changed elsewhere meanwhile, both are shown. `onAnswered` is told that the change has been dealt with. */
export function useSaving(
  { file }: OpenItem,
  onSaved: (item: OpenItem) => void,
  onAnswered: () => void = () => undefined,
): Saving {
  const [conflict, setConflict] = useState<NotDone['conflict']>();
  const put = (route: string, body: object, said: string) =>
    trying(async () => {
      try {
        onSaved(await ask<OpenItem>(route, { method: 'PUT', body: { file, ...body } }));
        setConflict(undefined);
        say(said);
      } catch (error) {
        if (!(error instanceof NotDone) || !error.conflict) throw error;
        setConflict(error.conflict);
      }
      onAnswered();
    });
  const reopen = () =>
    trying(async () => {
      onSaved(await ask<OpenItem>(ROUTES.item, { query: { file } }));
      setConflict(undefined);
    });
  const overwrite = (source: string) =>
    trying(async () => {
      const { digest } = await ask<OpenItem>(ROUTES.item, { query: { file } });
      await put(ROUTES.item, { digest, source }, page.saved);
    });
  return {
    put,
    reopen,
    conflict: conflict && <ConflictView conflict={conflict} onTheirs={reopen} onYours={overwrite} />,
  };
}

/** Asks before the page is left while something is not saved. */
export function useLeaveWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);
}

/** Whether keys mean that what is edited is to be saved; not while Chinese is being composed. */
export function isSaveKey({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return key === 's' && (ctrlKey || metaKey) && !isComposing;
}
