import { meets, type Answer } from '../domain/doubts/settled.ts';
import { idOfFile } from '../source/content-files.ts';
import type { SourcePosition } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';
import type { Doubt } from './doubt.ts';

interface PlacedAnswer extends Answer {
  /** The collection and id of the item that the answer stands in. */
  owner: string;
  place: SourcePosition;
}

/** The doubts that no answer settles, and one for every answer that settles nothing. */
export function withoutSettled(doubts: readonly Doubt[], content: Content): Doubt[] {
  const answers = answersOf(content);
  const used = new Set<PlacedAnswer>();
  const open = doubts.filter((doubt) => {
    const met = answers.filter((answer) => answer.owner === ownerOf(doubt.file) && meets(answer, doubt));
    met.forEach((answer) => used.add(answer));
    return met.length === 0;
  });
  const idle = answers.filter((answer) => !used.has(answer));
  return [...open, ...idle.map(idleAnswer)];
}

function idleAnswer({ doubt, at, place }: PlacedAnswer): Doubt {
  return {
    ...place,
    kind: '答复',
    words: at,
    reason: `这条答复没有对应的待核（${doubt}，${at}）`,
    remedy: '原文已改的删去这一条；段落号变了的改段落号，或改写待核里的原话',
  };
}

function answersOf({ items }: Content): PlacedAnswer[] {
  return Object.values(items).flatMap((list) =>
    list.flatMap((item) => {
      const { settled } = item.fields as { settled?: Answer[] };
      return (settled ?? []).map((answer, index) => ({
        ...answer,
        owner: ownerOf(item.file),
        place: item.positionOf(['settled', index]),
      }));
    }),
  );
}

/** A table beside a ledger is answered in the ledger's file. */
function ownerOf(file: string): string {
  return `${file.split('/')[0] ?? ''}/${idOfFile(file)}`;
}
