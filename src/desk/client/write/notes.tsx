import type { EditorView } from 'prosemirror-view';
import type { Finding, Mend, OpenItem } from '../../../domain/desk/api.ts';
import type { Correction } from '../../../domain/entry.ts';
import { write } from '../../../strings/desk-write-client.ts';
import { blockOfLine, goToBlock } from '../editor/places.ts';
import { keyOf } from '../OwnFindings.tsx';
import type { Note } from './Beside.tsx';
import { DoubtAnswers } from './DoubtAnswers.tsx';
import { FindingWords } from './FindingWords.tsx';

interface NotesOf {
  item: OpenItem;
  isChanged: boolean;
  view: EditorView;
  onAnswered: (item: OpenItem) => void;
  onMend: (mend: Mend) => void;
}

/** What is to be read beside the paragraphs of a text: faults, doubts with their answers, and corrections that it has. */
export function notesOf({ item, isChanged, view, onAnswered, onMend }: NotesOf): Note[] {
  const { blocks = [], paragraphLines = [] } = item;
  const found = item.findings.flatMap((finding): Note[] => {
    const block = blockOfLine(blocks, finding.line);
    if (block === undefined) return [];
    const go = () => goToBlock(view, block, finding.words);
    const content = (
      <div data-finding={finding.kind ?? 'fault'}>
        <FindingWords finding={finding} onMend={onMend} />
        <DoubtAnswers
          item={item}
          doubt={finding}
          isChanged={isChanged}
          onAnswered={onAnswered}
          onMisentered={go}
        />
      </div>
    );
    return [{ key: keyOf(finding), block, content }];
  });
  const corrected = correctionsOf(item).flatMap(
    ({ paragraph, original, corrected, reason }, index): Note[] => {
      const block = blockOfLine(blocks, paragraphLines[Number(paragraph.slice(1)) - 1] ?? 0);
      if (block === undefined) return [];
      const content = (
        <div data-correction={paragraph}>
          {write.correctionHere(original, corrected)}
          <br />
          <span class="soft">{reason}</span>
        </div>
      );
      return [{ key: `correction ${index}`, block, content }];
    },
  );
  return [...found, ...corrected].sort((one, other) => one.block - other.block);
}

/** The findings of a file that stand beside no paragraph. */
export function findingsElsewhere({ findings, blocks = [] }: OpenItem): Finding[] {
  return findings.filter(({ line }) => blockOfLine(blocks, line) === undefined);
}

/** Corrections as far as they can be read; what is wrong with others is a fault of the file. */
function correctionsOf({ fields }: OpenItem): Correction[] {
  const { corrections } = fields ?? {};
  if (!Array.isArray(corrections)) return [];
  return corrections.filter(
    (each: Partial<Correction> | null): each is Correction =>
      typeof each?.paragraph === 'string' &&
      typeof each.original === 'string' &&
      typeof each.corrected === 'string',
  );
}
