import { hash } from 'node:crypto';
import type { Citable } from '../domain/citation.ts';
import type { Entry } from '../domain/entry.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import type { Bodies } from '../site/bodies.ts';
import type { ResolvedSite } from '../site/site.ts';
import type { LibraryRecord } from './library-fingerprint.ts';

/**
 * The entries that a site shows as they are searched and cited, newest first, made one at a time; their paragraphs are read when
 * they are asked for. With a digest of the code that reads them, records have keys.
 */
export function* libraryEntries(
  { library, bodies }: ResolvedSite,
  codeDigest?: string,
): Generator<LibraryRecord> {
  for (const entry of library.entries)
    yield { record: recordOf(entry, bodies, codeDigest), citable: citableOf(entry) };
}

function recordOf(entry: Entry, bodies: Bodies, codeDigest: string | undefined): SearchRecord {
  const { address, kind, title, subtitle, date, documentNumber, speaker, units, topics, campaign } = entry;
  const facts = {
    entry: entry.key,
    address,
    kind,
    title,
    subtitle,
    date,
    documentNumber,
    speaker: speaker && { id: speaker.id, name: speaker.name },
    units,
    topics,
    campaign,
  };
  const { text, isMdx, corrections = [] } = bodies.written(entry.key);
  return {
    ...facts,
    key: codeDigest && hash('sha256', JSON.stringify([codeDigest, facts, isMdx, corrections, text])),
    get paragraphs() {
      return bodies.survey(entry.key).blocks.map(({ anchor, text: words }) => ({ anchor, text: words }));
    },
  };
}

function citableOf(entry: Entry): Citable {
  const { kind, title, subtitle, date, issuer, author, documentNumber, byline, newspaper, speaker, source } =
    entry;
  return {
    kind,
    title,
    subtitle,
    date,
    issuer,
    author,
    documentNumber,
    byline,
    newspaper,
    speaker: speaker && { name: speaker.name, role: speaker.role },
    source: source && { name: source.name, publishedOn: source.publishedOn },
  };
}
