import { useCallback, useEffect, useState } from 'preact/hooks';

/** What is loaded, or why it is not. */
export interface Loaded<Value> {
  value: Value | undefined;
  trouble: string | undefined;
  reload: () => void;
  set: (value: Value) => void;
}

/** Loads a value when a component first shows and whenever `key` changes; `every` milliseconds once more, while it is given. */
export function useLoaded<Value>(load: () => Promise<Value>, key: string, every?: number): Loaded<Value> {
  const [value, set] = useState<Value>();
  const [trouble, setTrouble] = useState<string>();
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (loaded) => {
        if (!isCurrent) return;
        set(() => loaded);
        setTrouble(undefined);
      },
      (error: Error) => isCurrent && setTrouble(error.message),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  useEffect(() => {
    if (every === undefined) return undefined;
    const timer = setInterval(reload, every);
    return () => clearInterval(timer);
  }, [every]);
  return { value, trouble, reload, set };
}
