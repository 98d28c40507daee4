import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { AUTHOR_COMPONENTS, COMPONENT_NAMES } from './components.ts';

/** A fault in a body, at a line and column of the body. */
export interface BodyFault {
  line: number;
  column: number;
  reason: string;
  remedy: string;
}

const { localeError } = z.locales.zhCN();

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

const USABLE = `可用的组件：${COMPONENT_NAMES.join('、')}`;

/** MDX is content, not a program: finds every import, export, expression, unknown component and wrong attribute in a tree. */
export function gate(tree: Root, body: string): BodyFault[] {
  const faults: BodyFault[] = [];
  const refuse = (node: Nodes, reason: string, remedy: string) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    faults.push({ line, column, reason, remedy });
  };
  visit(tree, (node) => {
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      refuse(node, '不能用表达式 {…}', '删去花括号，直接写内容；要显示花括号写成 \\{ 和 \\}');
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      elementFaults(node).forEach(([reason, remedy]) => refuse(node, reason, remedy));
    } else if (node.type === 'paragraph' && node.position?.start.column === 1) {
      const statement = /^(import|export)\b(?=[\s{*'"])/.exec(body.slice(node.position.start.offset));
      if (statement) {
        refuse(node, `不能用 ${statement[1]} 语句`, `删去这一行；组件不用导入，${USABLE}`);
      }
    }
  });
  return faults;
}

function elementFaults(node: JsxElement): [reason: string, remedy: string][] {
  const component =
    node.name !== null && Object.hasOwn(AUTHOR_COMPONENTS, node.name)
      ? AUTHOR_COMPONENTS[node.name]
      : undefined;
  if (!component) {
    const shown = node.name === null ? '<>' : `<${node.name}>`;
    const remedy = `${USABLE}；要显示尖括号写成 &lt; 和 &gt;`;
    return [[`没有组件 ${shown}`, remedy]];
  }
  const props: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (
      attribute.type !== 'mdxJsxAttribute' ||
      (attribute.value !== null && typeof attribute.value === 'object')
    ) {
      return [[`组件 <${node.name}> 的属性不能用表达式`, `属性写成 名称="文字"，如 ${component.example}`]];
    }
    props[attribute.name] = attribute.value ?? '';
  }
  const result = component.props.safeParse(props, { error: localeError });
  if (result.success) return [];
  return result.error.issues.map((issue) => [
    issue.code === 'unrecognized_keys'
      ? `组件 <${node.name}> 没有属性 ${issue.keys.join('、')}`
      : `组件 <${node.name}> 的属性 ${issue.path.join('.')} ${issue.path[0] !== undefined && !(String(issue.path[0]) in props) ? '没有写' : `不对（${issue.message}）`}`,
    `写成 ${component.example}`,
  ]);
}

/** The component's attributes as plain strings. Call after the gate has passed. */
export function attributesOf(node: JsxElement): Record<string, string> {
  return Object.fromEntries(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  );
}
