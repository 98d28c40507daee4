import type { OpenItem } from '../../domain/desk/api.ts';

/** What a file is called: its title or name, or else its id. */
export function itemTitle({ fields, id }: OpenItem): string {
  const { title, name } = fields ?? {};
  return [title, name].find((words) => typeof words === 'string') ?? id;
}
