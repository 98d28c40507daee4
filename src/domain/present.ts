/** A record without the fields that are `undefined`, in their order; so that what is compared or written holds only what is said. */
export function present<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
