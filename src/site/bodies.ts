import type { Correction } from '../domain/entry.ts';
import { surveyBody, type BodySurvey } from '../markdown/body.ts';

/** A body as its file gives it, with the corrections that are made in it wherever it is shown. */
export interface WrittenBody {
  text: string;
  isMdx: boolean;
  corrections?: readonly Correction[] | undefined;
}

/** The bodies of a content folder, each read once, when it is first asked for. Bodies are known by keys such as `texts/outline`. */
export interface Bodies {
  /** Throws where no item of that key has a body. */
  written(key: string): WrittenBody;
  /** What a body holds and points at, and its faults. */
  survey(key: string): BodySurvey;
}

interface WithBody {
  id: string;
  file: string;
  fields: object;
  body?: string | undefined;
}

/** Makes the bodies of collections known. */
export function bodiesOf(items: Readonly<Record<string, readonly WithBody[]>>): Bodies {
  const known = new Map(
    Object.entries(items).flatMap(([collection, list]) =>
      list.flatMap(({ id, file, fields, body }) => {
        if (body === undefined) return [];
        const { corrections } = fields as { corrections?: readonly Correction[] };
        const written: WrittenBody = { text: body, isMdx: file.endsWith('.mdx'), corrections };
        return [[`${collection}/${id}`, written] as [string, WrittenBody]];
      }),
    ),
  );
  const surveys = new Map<string, BodySurvey>();
  const written = (key: string) => {
    const body = known.get(key);
    if (!body) throw new Error(`no body ${key}`);
    return body;
  };
  const survey = (key: string) => {
    const earlier = surveys.get(key);
    if (earlier) return earlier;
    const { text, ...options } = written(key);
    const read = surveyBody(text, options);
    surveys.set(key, read);
    return read;
  };
  return { written, survey };
}
