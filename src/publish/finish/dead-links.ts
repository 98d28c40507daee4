import { positionIn } from '../../source/position-in-body.ts';
import { fromPercent } from '../../domain/percent.ts';
import { positionAt } from '../../domain/position-at.ts';
import type { BodyItem, Content } from '../../source/read-content.ts';
import type { DeadLink } from './check-links.ts';

/** What to say of a dead link: its position in the file that the page was made of, or else the page's address. */
export function deadLinkProblem(
  { page, target, reason }: DeadLink,
  items: Content['items'],
  basePath: string,
): string {
  const [, collection = '', id] = page.split('/');
  const item = items[collection as keyof Content['items']]?.find((each) => each.id === id);
  const what = `${item && 'body' in item ? `${positionOf(target, item, basePath)} 链接` : `${page} 的链接`} ${target}`;
  return `${what}：${reason} — 改正这个链接`;
}

/** The position of an address in a file if it is written there as on the page, otherwise the beginning of the body. */
function positionOf(target: string, item: BodyItem, basePath: string): string {
  const inSite = target.startsWith(basePath) ? `/${target.slice(basePath.length)}` : target;
  const at = Math.max(
    item.body.search(/\S/),
    ...[target, inSite, fromPercent(inSite)].map((address) => item.body.indexOf(address)),
  );
  const { line, column } = positionIn(item, positionAt(item.body, at));
  return `${item.file}:${line}:${column}`;
}
