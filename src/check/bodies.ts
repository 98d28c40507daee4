import { itemKey } from '../markdown/addresses.ts';
import { mayExceed } from '../markdown/limits.ts';
import { isAttachment } from '../media/kinds.ts';
import { mayHoldCodes } from '../markdown/strays.ts';
import { listFiles, MEDIA_FOLDER } from '../source/content-files.ts';
import type { Fault, SourcePosition } from '../source/fault.ts';
import type { BodyItem, Content } from '../source/read-content.ts';
import { DEFAULT_SITE_URL, type SiteAddress } from '../source/settings.ts';
import { entryFault, itemFault } from './dangling.ts';
import { positionIn } from '../source/position-in-body.ts';
import { libraryItems, type Register } from './register.ts';

/**
 * Faults inside bodies: MDX that is not content, references to entries, paragraphs and pictures that do not exist, and items named by the site's whole
 * address, which nothing could follow.
 */
export async function bodyFaults(
  content: Content,
  register: Register,
  contentDir: string,
  address: SiteAddress,
): Promise<Fault[]> {
  const homes = [address, { ...address, siteUrl: DEFAULT_SITE_URL }];
  const items: BodyItem[] = [...libraryItems(content), ...content.items.essays, ...content.items.bulletins];
  const pictures = new Set(await listFiles(contentDir, MEDIA_FOLDER, []));
  return items.filter(canHaveFaults).flatMap((item) => {
    const body = register.bodies.survey(`${item.collection}/${item.id}`);
    return [
      ...body.faults.map((fault) => ({ ...fault, ...positionIn(item, fault) })),
      ...body.references.flatMap((reference) => {
        const place = positionIn(item, reference);
        if (reference.kind === 'entry') return entryFault(register, reference.target, place);
        if (reference.kind === 'item') return itemFault(register, reference.target, place);
        if (reference.kind === 'picture') return pictureFault(reference.target, pictures, place);
        if (reference.kind === 'elsewhere') return homeFault(reference.target, homes, place);
        return [nowhereFault(reference.target, place)];
      }),
    ];
  });
}

/** A link or picture, the definition of one (`[outline]: texts/outline`), a bare address, or a comment. */
const NEEDS_A_LOOK = /\]\(|\[[^\]\n]+\]:|:\/\/|<!--/;

/** Short Markdown without links, pictures and comments, and MDX without markup, cannot be at fault and need not be parsed. */
function canHaveFaults({ body, isMdx }: BodyItem): boolean {
  const mayBeCode = isMdx && /[<{]|^(import|export)\b/m.test(body);
  return mayBeCode || NEEDS_A_LOOK.test(body) || mayHoldCodes(body) || mayExceed(body);
}

function nowhereFault(written: string, place: SourcePosition): Fault {
  return {
    ...place,
    reason: written === '' ? '链接没有写地址' : `链接“${written}”不是地址`,
    remedy: '库中条目写 texts/文件名，本站页面写 /units/…/，别的网页写 https://…；不是链接的，方括号前加 \\',
  };
}

/** A fault where a whole address leads to an item of this very site: no check would follow it, were the item hidden, withdrawn or gone. */
function homeFault(written: string, homes: readonly SiteAddress[], place: SourcePosition): Fault[] {
  return homes
    .flatMap((home) => keyAtHome(written, home) ?? [])
    .slice(0, 1)
    .map((key) => ({
      ...place,
      reason: `链接“${written}”写了本站的完整网址，检查时跟不过去`,
      remedy: `只写 /${key}/；换了网址、离线时也打得开`,
    }));
}

/** The key of the item to which an address leads under that of a site, by `http` or `https`. */
function keyAtHome(written: string, { siteUrl, basePath }: SiteAddress): string | undefined {
  const [url, home] = [URL.parse(written, siteUrl), new URL(siteUrl)];
  if (url?.hostname !== home.hostname || url.port !== home.port || !url.pathname.startsWith(basePath))
    return undefined;
  return itemKey(`/${url.pathname.slice(basePath.length)}`);
}

function pictureFault(path: string, pictures: ReadonlySet<string>, place: SourcePosition): Fault[] {
  if (pictures.has(path)) {
    if (!isAttachment(path)) return [];
    return [
      { ...place, reason: `${path} 不是图片`, remedy: '附件写成链接，如 [报名表](../media/报名表.docx)' },
    ];
  }
  const twin = [...pictures].find((each) => each.toLowerCase() === path.toLowerCase());
  const remedy = twin ? `改成 ${twin}，大小写要一致` : '把图片放进 media/ 文件夹，或改文件名';
  return [{ ...place, reason: `没有图片 ${path}`, remedy }];
}
