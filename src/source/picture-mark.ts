/**
 * Astro takes a text that begins so, anywhere in the fields of an entry, for the name of a picture, and has its bundler load the file that it
 * names.
 */
const PICTURE_MARK = '__ASTRO_IMAGE_';

/** Whether any text in fields, given as JSON too, is taken for the name of a picture: as the content check finds it, so that nothing else is left out. */
export function holdsPictureMark(fields: unknown, json: string): boolean {
  // Few fields are looked into.
  return json.includes(PICTURE_MARK) && pathOfPictureMark(fields) !== undefined;
}

/** Where the first text in fields stands that is taken for the name of a picture; nothing where there is none. */
export function pathOfPictureMark(fields: unknown): PropertyKey[] | undefined {
  if (typeof fields === 'string') return fields.startsWith(PICTURE_MARK) ? [] : undefined;
  if (typeof fields !== 'object' || fields === null) return undefined;
  for (const [key, value] of Object.entries(fields)) {
    const path = pathOfPictureMark(value);
    if (path) return [Array.isArray(fields) ? Number(key) : key, ...path];
  }
  return undefined;
}
