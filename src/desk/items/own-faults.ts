import { COLLECTIONS, type CollectionName } from '../../schemas/collections.ts';
import { surveyBody } from '../../markdown/body.ts';
import type { Fault } from '../../source/fault.ts';
import { splitFrontMatter } from '../../source/front-matter.ts';
import { positionIn } from '../../source/position-in-body.ts';
import { siteFieldsOf } from '../../source/site-fields.ts';
import { validate } from '../../source/validate.ts';
import { SITE_FILE } from '../../source/written-address.ts';
import { parseYaml } from '../../source/yaml.ts';

/** What is wrong with the text of a file, looked at by itself: fields and body. What only shows beside other files `check` finds. */
export function ownFaults(file: string, text: string): Fault[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (file === SITE_FILE) return siteFieldsOf(parseYaml(plain, file)).faults;
  const { schema, format } = COLLECTIONS[collectionOf(file)];
  if (format === 'yaml') return validate(schema, parseYaml(plain, file)).faults;
  if (format === 'table') return [];
  const { matter = '', body, bodyLine } = splitFrontMatter(plain);
  const { faults } = surveyBody(body, { isMdx: file.endsWith('.mdx') });
  return [
    ...validate(schema, parseYaml(matter, file, 2)).faults,
    ...faults.map(({ reason, remedy, ...place }) => ({
      ...positionIn({ file, bodyLine }, place),
      reason,
      remedy,
    })),
  ];
}

/** The collection of a file that the desk may touch. */
export function collectionOf(file: string): CollectionName {
  return file.split('/')[0] as CollectionName;
}
