import { stripAvif } from './avif.ts';
import { requireOffice } from './attachments.ts';
import { stripGif } from './gif.ts';
import { stripJpeg } from './jpeg.ts';
import {
  ATTACHMENT_ENDINGS,
  endingFor,
  endingOf,
  expectedKind,
  nameOfKind,
  PICTURE_ENDINGS,
} from './kinds.ts';
import { stripPng } from './png.ts';
import { MediaTrouble, type Stripped } from './stripped.ts';
import { stripSvg } from './svg.ts';
import { stripWebp } from './webp.ts';

/** Drawings within drawings. */
const DEEPEST = 2;

/**
 * A file of `media/` as it is published: pictures without anything that pixels, colours and orientation do not need, attachments unchanged.
 * Throws MediaTrouble for a file that may not be published: damaged, of an unknown kind, or not what its name says.
 */
export function outgoing(name: string, bytes: Uint8Array): Stripped {
  const ending = endingOf(name);
  if (!ending) {
    const list = [...PICTURE_ENDINGS, ...ATTACHMENT_ENDINGS].map((each) => each.slice(1)).join('、');
    throw new MediaTrouble('不是图片，也不是附件', `media/ 里只放 ${list} 文件`);
  }
  const expected = expectedKind(ending);
  if (bytes.length === 0) throw new MediaTrouble('文件是空的', '换成完整的文件，或移出 media/');
  const kind = nameOfKind(bytes);
  if (kind !== expected) throw wrongKind(ending, kind);
  if (ending === '.docx' || ending === '.xlsx') requireOffice(ending, bytes);
  return strip(kind, bytes, 0) ?? { bytes, removed: new Set() };
}

function strip(kind: string, bytes: Uint8Array, depth: number): Stripped | undefined {
  switch (kind) {
    case 'JPEG':
      return stripJpeg(bytes);
    case 'PNG':
      return stripPng(bytes);
    case 'GIF':
      return stripGif(bytes);
    case 'WebP':
      return stripWebp(bytes);
    case 'AVIF':
      return stripAvif(bytes);
    case 'SVG':
      return stripSvg(bytes, (type, data) => stripInner(type, data, depth + 1));
    default:
      return undefined;
  }
}

/** A picture inside of a drawing must be what it is said to be, like any other. */
function stripInner(type: string, bytes: Uint8Array, depth: number): Stripped | undefined {
  const kind = nameOfKind(bytes);
  const said = type
    .replace(/^image\/(?:x-)?/, '')
    .replace(/\+xml$/, '')
    .replace('jpg', 'jpeg');
  if (kind?.toLowerCase() !== said || depth > DEEPEST) return undefined;
  return strip(kind, bytes, depth);
}

function wrongKind(ending: string, kind: string | undefined): MediaTrouble {
  const right = kind === undefined ? undefined : endingFor(kind);
  return new MediaTrouble(
    `扩展名是 ${ending}，内容却不是${kind === undefined ? '' : `（是${/^\w/.test(kind) ? ' ' : ''}${kind}）`}`,
    right === undefined
      ? '换成与扩展名相符的文件，或移出 media/'
      : `扩展名改成 ${right}，或换成真正的 ${ending} 文件`,
  );
}
