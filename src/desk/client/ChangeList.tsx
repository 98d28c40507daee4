import type { Unpublished } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { addressOf } from './route.ts';

const MOST = 30;

/** What readers will see change. */
export function ChangeList({ changes }: { changes: readonly Unpublished[] }) {
  const more = changes.length - MOST;
  return (
    <ul class="changes">
      {changes.slice(0, MOST).map(({ file, title, change }) => (
        <li key={file} data-change={change}>
          <span class="notice">{page.change[change]}</span>{' '}
          {change === 'removed' ? title : <a href={addressOf({ place: 'item', file })}>{title}</a>}
        </li>
      ))}
      {more > 0 && <li class="soft">{page.more(more)}</li>}
    </ul>
  );
}
