import { strToU8 } from 'fflate';
import { zipParts } from './same-bytes.ts';
import { element, escaped, OFFICE, PACKAGE, part } from './xml.ts';

/** A part of an Office file. */
export interface OoxmlPart {
  /** Its path in the file. */
  name: string;
  /** Its content type. */
  type: string;
  xml: string;
}

/** A part that the main one refers to by `id`. */
export interface RelatedPart extends OoxmlPart {
  id: string;
  /** The last word of the relation's type: `styles`, `footer`. */
  relation: string;
}

/** An Office file: its main part and the parts that one refers to, all in its folder or below. */
export interface OoxmlFile {
  title: string;
  /** Whose paper it is, for the file's properties. */
  creator: string;
  main: OoxmlPart;
  parts: readonly RelatedPart[];
}

const RELATIONS = 'application/vnd.openxmlformats-package.relationships+xml';
const PROPERTIES: Omit<OoxmlPart, 'xml'> = {
  name: 'docProps/core.xml',
  type: 'application/vnd.openxmlformats-package.core-properties+xml',
};

/** An Office file as bytes. Equal parts give equal bytes; nothing in them says when they were written. */
export function ooxmlFile({ title, creator, main, parts }: OoxmlFile): Uint8Array {
  const [folder = '', name = ''] = main.name.split('/');
  const properties = { ...PROPERTIES, xml: propertiesXml(title, creator) };
  const all = [main, properties, ...parts];
  return zipParts(
    Object.fromEntries(
      [
        { name: '[Content_Types].xml', xml: contentTypes(all) },
        {
          name: '_rels/.rels',
          xml: relations([
            ['rId1', `${OFFICE}/officeDocument`, main.name],
            ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, properties.name],
          ]),
        },
        {
          name: `${folder}/_rels/${name}.rels`,
          xml: relations(
            parts.map(({ id, relation, name: path }) => [
              id,
              `${OFFICE}/${relation}`,
              path.slice(folder.length + 1),
            ]),
          ),
        },
        ...all,
      ].map(({ name: path, xml }) => [path, strToU8(xml)]),
    ),
  );
}

function propertiesXml(title: string, creator: string): string {
  const names = {
    'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  const inner = element('dc:title', {}, escaped(title)) + element('dc:creator', {}, escaped(creator));
  return part(element('cp:coreProperties', names, inner));
}

type Relation = [id: string, type: string, target: string];

function relations(list: readonly Relation[]): string {
  const items = list.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target }));
  return part(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, items.join('')));
}

function contentTypes(parts: readonly OoxmlPart[]): string {
  const types = [
    element('Default', { Extension: 'rels', ContentType: RELATIONS }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...parts.map(({ name, type }) => element('Override', { PartName: `/${name}`, ContentType: type })),
  ];
  return part(element('Types', { xmlns: `${PACKAGE}/content-types` }, types.join('')));
}
