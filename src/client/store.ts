/** A place on the device for what a reader chose or ticked. Where the browser refuses storage, nothing is kept and nothing breaks. */
export interface DeviceStore {
  /** The stored value that `isValid` accepts, or `undefined`. */
  read<Value>(key: string, isValid: (value: unknown) => value is Value): Value | undefined;
  /** Stores a value; `undefined` removes it. */
  write(key: string, value: unknown): void;
}

/** What every key of the device's storage begins with. */
export const PREFIX = 'zhixing.';

/** The store over a `Storage` such as `localStorage`, taken when first needed, since merely naming it can throw. */
export function deviceStore(storage: () => Storage): DeviceStore {
  return {
    read(key, isValid) {
      try {
        const value: unknown = JSON.parse(storage().getItem(PREFIX + key) ?? 'null');
        return isValid(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      try {
        if (value === undefined) storage().removeItem(PREFIX + key);
        else storage().setItem(PREFIX + key, JSON.stringify(value));
      } catch {
        return;
      }
    },
  };
}

/** Whether a stored value is a text. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether a stored value maps names to texts. */
export function isTexts(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isText);
}
