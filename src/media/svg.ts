import {
  parseXml,
  XmlCdata,
  XmlComment,
  XmlDocumentType,
  XmlElement,
  XmlProcessingInstruction,
  XmlText,
  type XmlNode,
} from '@rgrove/parse-xml';
import { fromPercent } from '../domain/percent.ts';
import { MediaTrouble, type Removable, type Stripped } from './stripped.ts';
import {
  ANIMATIONS,
  ATTRIBUTES,
  ELEMENTS,
  kindOfElement,
  SVG,
  XLINK,
  XLINK_ATTRIBUTES,
  XML,
  XML_ATTRIBUTES,
} from './svg-names.ts';
import { cleanStyles } from './svg-styles.ts';

/** Gives the bytes of a picture that stands inside of a drawing as they go out; nothing for what is no picture. Throws MediaTrouble. */
export type StripInner = (type: string, bytes: Uint8Array) => Stripped | undefined;

const LONGEST = 20 * 1024 * 1024;
const MOST_MARKS = 300_000;
const DEEPEST = 200;
const REMEDY = '用画图软件另存为普通 SVG，或另存为 PNG';
const FONT = /^data:(?:font\/|application\/(?:font|x-font|vnd\.ms-fontobject))/i;
/** What holds words, not styles. */
const WORDS = /^(?:aria-.*|id|class|title|lang|role)$/;
const PICTURE = /^data:(image\/[a-z+]+)((?:;[a-z0-9=-]+)*),([^]*)$/i;

/**
 * A drawing read as XML and written anew from what draws and describes: no script, no page inside, nothing that asks for anything outside of
 * itself, no remarks. Throws MediaTrouble for what is no drawing, or too much of one.
 */
export function stripSvg(bytes: Uint8Array, stripInner: StripInner): Stripped {
  const text = textOf(bytes);
  const removed = new Set<Removable>();
  const root = rootOf(text, removed);
  const scope = new Map([['xml', XML]]);
  const writer: Writer = { removed, stripInner, hasXlink: false };
  const { namespace, local } = named(root.name, inner(scope, root));
  if (local !== 'svg' || namespace !== SVG) {
    if (root.name === 'svg' && namespace === '')
      throw new MediaTrouble('SVG 没有命名空间，浏览器不显示', `在 <svg 后面加 xmlns="${SVG}"`);
    throw new MediaTrouble('不是 SVG 图', REMEDY);
  }
  const drawn = written(root, scope, writer, 0);
  return { bytes: new TextEncoder().encode(drawn + (text.endsWith('\n') ? '\n' : '')), removed };
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > LONGEST) throw new MediaTrouble('SVG 太大，超过 20 MB', '另存为 PNG 或 JPEG');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new MediaTrouble('不是 UTF-8 编码', '用画图软件另存为普通 SVG（UTF-8）');
  }
}

function rootOf(text: string, removed: Set<Removable>): XmlElement {
  if (text.split('<').length > MOST_MARKS) throw new MediaTrouble('SVG 里的图形太多', '另存为 PNG');
  let nodes: XmlNode[];
  try {
    nodes = parseXml(text, {
      preserveComments: true,
      preserveDocumentType: true,
      preserveCdata: true,
    }).children;
  } catch (error) {
    const [, line, column] = /\(line (\d+), column (\d+)\)/.exec((error as Error).message) ?? [];
    const place = line === undefined ? '' : `（第 ${line} 行第 ${column} 字）`;
    throw new MediaTrouble(`不是合格的 SVG${place}`, REMEDY);
  }
  for (const node of nodes) noteRemark(node, removed);
  return nodes.find((node): node is XmlElement => node instanceof XmlElement)!;
}

function noteRemark(node: XmlNode, removed: Set<Removable>): void {
  if (node instanceof XmlComment) removed.add('注释');
  else if (node instanceof XmlDocumentType) removed.add('文档类型声明');
  else if (node instanceof XmlProcessingInstruction) removed.add('处理指令');
}

interface Writer {
  removed: Set<Removable>;
  stripInner: StripInner;
  hasXlink: boolean;
}

/** Namespaces by their prefix; the one without a prefix under the empty name. */
type Scope = ReadonlyMap<string, string>;

function inner(scope: Scope, { attributes }: XmlElement): Scope {
  const own = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice(6), value]] : [];
  });
  return own.length === 0 ? scope : new Map([...scope, ...own]);
}

/** The name of an element, or of an attribute, which without a prefix is in no namespace. */
function named(name: string, scope: Scope, isAttribute = false): { namespace: string; local: string } {
  const [prefix = '', local] = name.includes(':') ? name.split(':') : ['', name];
  const namespace = isAttribute && prefix === '' ? '' : (scope.get(prefix) ?? '');
  return { namespace, local: local ?? '' };
}

/** An element as it goes out, empty for one that does not. */
function written(element: XmlElement, outer: Scope, writer: Writer, depth: number): string {
  if (depth > DEEPEST) throw new MediaTrouble(`SVG 套得太深，超过 ${DEEPEST} 层`, '另存为 PNG');
  const scope = inner(outer, element);
  const { namespace, local } = named(element.name, scope);
  if (namespace !== SVG || !ELEMENTS.has(local)) {
    writer.removed.add(kindOfElement(namespace, local));
    return '';
  }
  const name = local;
  const attributes = Object.entries(element.attributes);
  if (ANIMATIONS.has(name) && !isHarmlessAnimation(element.attributes)) {
    writer.removed.add('脚本地址');
    return '';
  }
  const content =
    name === 'style' ? stylesOf(element, writer) : contentOf(element.children, scope, writer, depth + 1);
  const kept = attributes.flatMap(([key, value]) => attributeOf(key, value, { name, scope, writer }) ?? []);
  const all = (depth === 0 ? [...namespacesOf(element, writer)] : []).concat(kept);
  const opening = `<${name}${all.map(([key, value]) => ` ${key}="${escapedValue(value)}"`).join('')}`;
  return content === '' ? `${opening}/>` : `${opening}>${content}</${name}>`;
}

type Attribute = [name: string, value: string];

function namespacesOf(root: XmlElement, { hasXlink }: Writer): Attribute[] {
  const order = Object.values(root.attributes).indexOf(XLINK) < Object.values(root.attributes).indexOf(SVG);
  const names: Attribute[] = [['xmlns', SVG], ...(hasXlink ? [['xmlns:xlink', XLINK] as Attribute] : [])];
  return order ? names.reverse() : names;
}

function contentOf(nodes: readonly XmlNode[], scope: Scope, writer: Writer, depth: number): string {
  return nodes
    .map((node) => {
      if (node instanceof XmlElement) return written(node, scope, writer, depth);
      noteRemark(node, writer.removed);
      return node instanceof XmlText || node instanceof XmlCdata ? escapedText(node.text) : '';
    })
    .join('');
}

function stylesOf({ children }: XmlElement, writer: Writer): string {
  const text = children
    .map((node) => {
      noteRemark(node, writer.removed);
      return node instanceof XmlText || node instanceof XmlCdata ? node.text : '';
    })
    .join('');
  return escapedText(clean(text, writer));
}

function clean(styles: string, writer: Writer): string {
  const found = cleanStyles(styles, (address) => dataOf(address, writer));
  if (found.hadOutside) writer.removed.add('外部引用');
  if (found.hadRemarks) writer.removed.add('注释');
  return found.styles;
}

/** Animations of an address or an event handler, which would run what no check of the drawing sees. */
function isHarmlessAnimation({ attributeName = '' }: Readonly<Record<string, string>>): boolean {
  const local = attributeName.trim().toLowerCase().split(':').at(-1) ?? '';
  return local !== 'href' && local !== 'style' && !local.startsWith('on');
}

function attributeOf(
  key: string,
  value: string,
  { name, scope, writer }: { name: string; scope: Scope; writer: Writer },
): [Attribute] | undefined {
  if (key === 'xmlns' || key.startsWith('xmlns:')) return undefined;
  const { namespace, local } = named(key, scope, true);
  const lose = (kind: Removable): undefined => {
    writer.removed.add(kind);
  };
  if (namespace === XML) return XML_ATTRIBUTES.has(local) ? [[`xml:${local}`, value]] : lose('外部引用');
  if (namespace === XLINK && XLINK_ATTRIBUTES.has(local)) {
    const kept = local === 'href' ? addressOf(value, name, writer) : value;
    if (kept === undefined) return undefined;
    writer.hasXlink = true;
    return [[`xlink:${local}`, kept]];
  }
  if (namespace !== '' || key.includes(':') || key.startsWith('data-')) return lose('绘图软件的数据');
  if (/^on/i.test(key)) return lose('事件处理');
  if (!ATTRIBUTES.has(key) && !/^aria-[a-z]+$/.test(key)) return lose('不认识的内容');
  if (key === 'href') {
    const kept = addressOf(value, name, writer);
    return kept === undefined ? undefined : [[key, kept]];
  }
  return [[key, !WORDS.test(key) && (key === 'style' || /[(\\]/.test(value)) ? clean(value, writer) : value]];
}

/** An address that leads to a place in the drawing, or is a picture in itself; nothing for any other. */
function addressOf(written: string, name: string, writer: Writer): string | undefined {
  const address = written.replace(/[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200d\ufeff]+/g, '');
  if (address.startsWith('#')) return written.trim();
  const isPicture = address.startsWith('data:') && (name === 'image' || name === 'feImage');
  const data = isPicture ? dataOf(address, writer) : undefined;
  if (data === undefined)
    writer.removed.add(/^(?:javascript|vbscript|data):/i.test(address) ? '脚本地址' : '外部引用');
  return data;
}

/** A picture inside the drawing without its metadata; a font as it is. */
function dataOf(address: string, { removed, stripInner }: Writer): string | undefined {
  if (FONT.test(address)) return /["'<>\\]/.test(address) ? undefined : address;
  const [, type = '', parameters = '', data = ''] = PICTURE.exec(address) ?? [];
  if (type === '') return undefined;
  const isBase64 = /;base64$/i.test(parameters);
  const bytes = isBase64 ? Buffer.from(data, 'base64') : Buffer.from(fromPercent(data));
  const stripped = stripInner(type.toLowerCase(), bytes);
  if (!stripped) return undefined;
  for (const kind of stripped.removed) removed.add(kind);
  return `data:${type.toLowerCase()};base64,${Buffer.from(stripped.bytes).toString('base64')}`;
}

function escapedText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(']]>', ']]&gt;')
    .replaceAll('\r', '&#13;');
}

function escapedValue(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
