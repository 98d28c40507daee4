import type { ComponentChildren } from 'preact';
import { ROUTES, type ItemCard, type OpenItem } from '../../../domain/desk/api.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { ask } from '../ask.ts';
import { Heading } from '../Heading.tsx';
import { itemTitle } from '../item-title.ts';
import { addressOf } from '../route.ts';
import { useLoaded } from '../use-loaded.ts';

/** What an editor of fields is given. */
export interface FieldsEditorProps {
  item: OpenItem;
  /** The items that fields may name. */
  items: readonly ItemCard[];
  onSaved: (item: OpenItem) => void;
}

interface Props {
  file: string;
  editor: (props: FieldsEditorProps) => ComponentChildren;
}

/** A page on which the fields of a file are edited; where they cannot be read it leads to the file's text. */
export function FieldsPage({ file, editor: Editor }: Props) {
  const {
    value: item,
    trouble,
    set,
  } = useLoaded(() => ask<OpenItem>(ROUTES.item, { query: { file } }), file);
  const { value: items = [] } = useLoaded(() => ask<ItemCard[]>(ROUTES.items), '');
  return (
    <>
      <Heading>{item ? itemTitle(item) : page.loading}</Heading>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      {item?.fields && <Editor item={item} items={items} onSaved={set} />}
      {item && !item.fields && (
        <p>
          <a href={addressOf({ place: 'source', file })}>{plansPage.sourceFile}</a>
        </p>
      )}
    </>
  );
}
