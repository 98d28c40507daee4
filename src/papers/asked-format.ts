import {
  statedFormat,
  wholeFormat,
  type Face as NamedFace,
  type FormatFields,
} from '../domain/essays/format.ts';
import { faceNamed, type Face } from './faces.ts';
import { OFFICIAL, typeArea, type PageFormat, type Type } from './page-format.ts';

/**
 * The page that an essay call or an office asks for in words (25 磅, 四号宋体, 上25 下25 左28 右25). Anything not stated follows the national standard,
 * including its 22 lines of 28 characters unless something stated changes them.
 */
export function askedFormat(id: string, name: string, fields: FormatFields): PageFormat {
  const { margins, title, body, headings } = wholeFormat(fields);
  const { linePitch } = statedFormat(fields);
  const asked: PageFormat = {
    ...OFFICIAL,
    id,
    name,
    margins,
    title: typeOf(title, OFFICIAL.title.face),
    body: typeOf(body, OFFICIAL.body.face),
    headings: headings.map((face) => faceNamed(face.name) ?? OFFICIAL.body.face),
    boldHeadings: headings.map(({ isBold }) => isBold),
    latin: fields.latinFont,
  };
  const area = typeArea(asked);
  const standard = typeArea(OFFICIAL);
  const isSameType = asked.body.size === OFFICIAL.body.size;
  return {
    ...asked,
    lines:
      linePitch !== undefined
        ? { pitch: linePitch }
        : isSameType && area.height === standard.height
          ? OFFICIAL.lines
          : { pitch: asked.body.size * PITCH_TO_SIZE },
    characters: isSameType && area.width === standard.width ? OFFICIAL.characters : undefined,
  };
}

/** Of the standard page: 28.99 points a line for type of 16. */
const PITCH_TO_SIZE = 1.8;

function typeOf({ name, size }: Required<NamedFace>, otherwise: Face): Type {
  const face = faceNamed(name);
  return face === undefined ? { face: otherwise, size, name } : { face, size };
}
