import { placeCorrections, type CorrectionProblem } from '../domain/corrections.ts';
import type { Correction } from '../domain/entry.ts';
import type { Fault } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';
import { noParagraph } from './dangling.ts';
import { libraryItems, type Register } from './register.ts';

/** Faults of corrections: their paragraph is not there, or what they give as the original does not stand in it, once. */
export function correctionFaults(content: Content, register: Register): Fault[] {
  return libraryItems(content).flatMap((entry) => {
    const { fields, positionOf, collection, id } = entry;
    if (!fields.corrections) return [];
    const paragraphs = register.paragraphs(entry);
    if (!paragraphs) return [];
    const { writtenBlocks } = register.bodies.survey(`${collection}/${id}`);
    const texts = new Map(writtenBlocks.map(({ anchor, text }) => [anchor, text]));
    const { problems } = placeCorrections(fields.corrections, (anchor) => texts.get(anchor));
    return problems.flatMap(({ index, kind }) => {
      const correction = fields.corrections?.[index];
      if (!correction) return [];
      const at = positionOf(['corrections', index, kind === 'no paragraph' ? 'paragraph' : 'original']);
      return [{ ...at, ...wordsFor(kind, correction, `${collection}/${id}`, paragraphs.count) }];
    });
  });
}

function wordsFor(
  kind: CorrectionProblem['kind'],
  { paragraph, original }: Correction,
  key: string,
  count: number,
): Pick<Fault, 'reason' | 'remedy'> {
  const place = `第 ${paragraph.slice(1)} 段`;
  switch (kind) {
    case 'no paragraph':
      return noParagraph(key, paragraph, count);
    case 'no original':
      return {
        reason: `${place}里没有“${original}”`,
        remedy: '照正文抄写原文，一字不差；正文保留原样，不要先改',
      };
    case 'original twice':
      return { reason: `${place}里“${original}”不止一处`, remedy: '原文前后多抄几个字，只对上一处' };
    case 'overlap':
      return { reason: `“${original}”与另一条校订重叠`, remedy: '合并成一条' };
  }
}
