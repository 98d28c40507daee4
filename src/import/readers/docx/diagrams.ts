import type { CollectedLine } from '../collector.ts';
import { childOf, childrenOf, elementsOf, type XmlElement } from '../xml.ts';

const MOST_POINTS = 5000;

/**
 * The lines of a diagram's data (ECMA-376-1, 21.4), point after point as they hang together: a point, then those below it. `linesOf` reads the
 * paragraphs of one point; it is called for all of them in the order of the file.
 */
export function diagramLines(
  data: XmlElement,
  linesOf: (paragraphs: readonly XmlElement[]) => CollectedLine[],
): CollectedLine[] {
  const points = childrenOf(childOf(data, 'dgm:ptLst'), 'dgm:pt');
  const lines = new Map<string, CollectedLine[]>();
  points.forEach((point, index) => {
    const paragraphs = elementsOf(childOf(point, 'dgm:t') ?? point).filter(({ name }) => name === 'a:p');
    lines.set(point.attributes.modelId ?? `#${index}`, linesOf(paragraphs));
  });
  const below = childrenBelow(data);
  const ordered: CollectedLine[] = [];
  const visit = (id: string) => {
    ordered.push(...(lines.get(id) ?? []));
    lines.delete(id);
    for (const child of below.get(id) ?? []) if (lines.has(child)) visit(child);
  };
  const start = points.find(({ attributes }) => attributes.type === 'doc')?.attributes.modelId;
  if (points.length <= MOST_POINTS && start !== undefined) visit(start);
  for (const left of lines.values()) ordered.push(...left);
  return ordered;
}

/** The points below each point, in their order. */
function childrenBelow(data: XmlElement): Map<string, string[]> {
  const below = new Map<string, string[]>();
  const connections = childrenOf(childOf(data, 'dgm:cxnLst'), 'dgm:cxn')
    .map(({ attributes }) => attributes)
    .filter(({ type }) => type === undefined || type === 'parOf')
    .sort((one, other) => Number(one.srcOrd ?? 0) - Number(other.srcOrd ?? 0));
  for (const { srcId = '', destId = '' } of connections)
    below.set(srcId, [...(below.get(srcId) ?? []), destId]);
  return below;
}
