import { readBody, type Body } from '../markdown/body.ts';
import { listFiles, MEDIA_FOLDER } from '../source/content-files.ts';
import type { Fault } from '../source/fault.ts';
import type { BodyItem, Content } from '../source/read-content.ts';
import { libraryItems } from './references.ts';

/** Faults inside bodies: MDX that is not content, references to entries, paragraphs and pictures that do not exist. */
export async function bodyFaults(content: Content, contentDir: string): Promise<Fault[]> {
  const entries = libraryItems(content);
  const items: BodyItem[] = [...entries, ...content.items.essays, ...content.items.bulletins];
  const byKey = new Map<string, BodyItem>(entries.map((item) => [`${item.collection}/${item.id}`, item]));
  const pictures = new Set(await listFiles(contentDir, MEDIA_FOLDER));
  const bodies = new Map<BodyItem, Body>();
  const bodyOf = (item: BodyItem) => {
    const known = bodies.get(item) ?? readBody(item.body, item);
    bodies.set(item, known);
    return known;
  };
  return items.filter(canHaveFaults).flatMap((item) => {
    const body = bodyOf(item);
    return [
      ...body.faults.map((fault) => ({ ...fault, ...placeIn(item, fault) })),
      ...body.references.flatMap((reference) => {
        const problem =
          reference.kind === 'entry'
            ? entryProblem(reference.target, byKey, bodyOf)
            : pictureProblem(reference.target, pictures);
        return problem ? [{ ...placeIn(item, reference), ...problem }] : [];
      }),
    ];
  });
}

/** A link or picture, or the definition of one (`[outline]: texts/outline`). */
const ADDRESS = /\]\(|\[[^\]\n]+\]:/;

/** Plain Markdown without links and pictures, and MDX without markup, cannot be at fault, and need not be parsed to know it. */
function canHaveFaults({ body, isMdx }: BodyItem): boolean {
  return ADDRESS.test(body) || (isMdx && /[<{]|^(import|export)\b/m.test(body));
}

function placeIn({ file, bodyLine }: BodyItem, { line, column }: { line: number; column: number }) {
  return { file, line: line + bodyLine - 1, column };
}

type Problem = Pick<Fault, 'reason' | 'remedy'>;

function entryProblem(
  target: string,
  byKey: ReadonlyMap<string, BodyItem>,
  bodyOf: (item: BodyItem) => Body,
): Problem | undefined {
  const [key = '', anchor] = target.split('#');
  const item = byKey.get(key);
  if (!item)
    return { reason: `资料库里没有 ${key}`, remedy: '写成 texts/文件名、speeches/文件名 或 articles/文件名' };
  if (anchor === undefined || bodyOf(item).blocks.some((block) => block.anchor === anchor)) return undefined;
  return {
    reason: `${key} 没有第 ${anchor.slice(1)} 段`,
    remedy: `改段落号；${key} 共 ${bodyOf(item).blocks.length} 段`,
  };
}

function pictureProblem(path: string, pictures: ReadonlySet<string>): Problem | undefined {
  if (pictures.has(path)) return undefined;
  return { reason: `没有图片 ${path}`, remedy: '把图片放进 media/ 文件夹，或改文件名' };
}
