import { findDoubts } from '../domain/doubts/all-doubts.ts';
import { findOtherSigningDay } from '../domain/doubts/dates.ts';
import type { TextDoubt } from '../domain/doubts/doubt.ts';
import { findRareCharacters } from '../domain/doubts/rare-characters.ts';
import type { BodyItem, Content, LibraryItem } from '../source/read-content.ts';
import type { Bodies } from '../site/bodies.ts';
import type { Doubt } from './doubt.ts';
import { positionsIn } from '../source/position-in-body.ts';
import { libraryItems } from './register.ts';

/** What is doubtful in the texts of entries, essay calls and bulletins, corrections made; drafts as well. */
export function textDoubts(content: Content, bodies: Bodies): Doubt[] {
  const { essays, bulletins } = content.items;
  return [
    ...libraryItems(content).flatMap((entry) => [
      ...entryDoubts(entry, textsOf(entry, bodies)),
      ...titleDoubts(entry),
      ...sourceDoubts(entry),
    ]),
    ...[...essays, ...bulletins].flatMap((item) => {
      const texts = textsOf(item, bodies);
      return placed(item, findDoubts(texts), texts);
    }),
  ];
}

function entryDoubts(entry: LibraryItem, texts: readonly string[]): Doubt[] {
  const { date } = entry.fields;
  const found = [...findDoubts(texts), ...findOtherSigningDay(date === 'unknown' ? null : date)(texts)];
  return placed(entry, found, texts);
}

function textsOf({ collection, id }: BodyItem, bodies: Bodies): string[] {
  return bodies.survey(`${collection}/${id}`).blocks.map(({ text }) => text);
}

function placed(item: BodyItem, doubts: readonly TextDoubt[], texts: readonly string[]): Doubt[] {
  if (doubts.length === 0) return [];
  const positionOf = positionsIn(item, texts);
  return doubts.map(({ kind, paragraph, at, words, reason, remedy }) => ({
    ...positionOf(paragraph, at),
    kind,
    paragraph,
    words,
    reason: `第 ${paragraph} 段：${reason}`,
    remedy,
  }));
}

/** Characters of a title that nobody would type. */
function titleDoubts({ fields: { title }, positionOf }: LibraryItem): Doubt[] {
  return findRareCharacters([title]).map(({ kind, words, reason, remedy }) => ({
    ...positionOf(['title']),
    ...{ kind, words, remedy },
    reason: `标题：${reason}`,
  }));
}

/** The three days of an entry, in an order that cannot be: published before it happened, on the web before it was published. */
function sourceDoubts({ fields: { date, source }, positionOf }: LibraryItem): Doubt[] {
  const { publishedOn, retrievedOn } = source ?? {};
  const doubts: Doubt[] = [];
  const say = (field: string, words: string, reason: string) =>
    doubts.push({
      ...positionOf(['source', field]),
      kind: '日期',
      words,
      reason,
      remedy: '核实日期，改其中一处；先登出后发生的写进 settled',
    });
  if (publishedOn && date !== 'unknown' && publishedOn < date)
    say('publishedOn', publishedOn, `发表日期 ${publishedOn} 早于事情发生或成文的 ${date}`);
  if (retrievedOn && publishedOn && retrievedOn < publishedOn)
    say('retrievedOn', retrievedOn, `网页日期 ${retrievedOn} 早于发表日期 ${publishedOn}`);
  return doubts;
}
