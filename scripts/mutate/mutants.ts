import ts from 'typescript';
import type { Edit } from './plant.ts';

/** A small bug that can be planted in a file: a stretch of its text, and what stands there instead. */
export interface Mutant extends Edit {
  /** What stood there, and what stands there now, as people read it. */
  from: string;
  to: string;
  /** From 1. */
  line: number;
  /** The whole line on which it begins, without the spaces around it. */
  lineText: string;
}

type Plant = (node: ts.Node, text: string, range?: { start: number; end: number }) => void;

const { SyntaxKind } = ts;

/** What a comparison is taken for: its border moved, or its opposite. */
const COMPARISONS: Partial<Record<ts.SyntaxKind, readonly string[]>> = {
  [SyntaxKind.LessThanToken]: ['<=', '>='],
  [SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
};

const ARITHMETIC: Partial<Record<ts.SyntaxKind, string>> = {
  [SyntaxKind.PlusToken]: '-',
  [SyntaxKind.MinusToken]: '+',
  [SyntaxKind.AsteriskToken]: '/',
  [SyntaxKind.SlashToken]: '*',
  [SyntaxKind.PercentToken]: '*',
  [SyntaxKind.PlusEqualsToken]: '-=',
  [SyntaxKind.MinusEqualsToken]: '+=',
  [SyntaxKind.AmpersandToken]: '|',
  [SyntaxKind.BarToken]: '&',
  [SyntaxKind.LessThanLessThanToken]: '>>',
  [SyntaxKind.GreaterThanGreaterThanToken]: '<<',
  [SyntaxKind.AmpersandAmpersandToken]: '||',
  [SyntaxKind.BarBarToken]: '&&',
};

/** Methods whose call is left out: `list.filter(f)` becomes `list`. */
const DROPPED = ['filter', 'sort', 'reverse', 'slice', 'trim', 'toLowerCase', 'toUpperCase', 'normalize'];

/** Methods that are taken for others. */
const CONFUSED: Record<string, string> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
};

/** Every mutant of a TypeScript file, in the order of its text. Types, imports and names of properties are left alone. */
export function mutantsOf(source: string): Mutant[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.ES2023, true);
  const lines = source.split('\n');
  const mutants: Mutant[] = [];
  const plant: Plant = (node, text, range = { start: node.getStart(file), end: node.end }) => {
    const { start, end } = range;
    const line = file.getLineAndCharacterOfPosition(start).line;
    mutants.push({
      start,
      end,
      from: onOneLine(source.slice(start, end)),
      to: onOneLine(text),
      line: line + 1,
      lineText: (lines[line] ?? '').trim(),
      text,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isWithoutCode(node)) return;
    plantIn(node, plant);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A stretch of code on one line, as it is told and listed. */
function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function isWithoutCode(node: ts.Node): boolean {
  return ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function plantIn(node: ts.Node, plant: Plant): void {
  if (ts.isBinaryExpression(node)) plantInBinary(node, plant);
  else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) plantInUnary(node, plant);
  else if (ts.isIfStatement(node)) plantForCondition(node.expression, plant);
  else if (ts.isConditionalExpression(node)) plantForCondition(node.condition, plant);
  else if (ts.isWhileStatement(node)) plant(node.expression, 'false');
  else if (ts.isForStatement(node) && node.condition) plant(node.condition, 'false');
  else if (ts.isExpressionStatement(node) || ts.isThrowStatement(node)) plant(node, ';');
  else if (ts.isBreakOrContinueStatement(node)) plant(node, ';');
  else if (ts.isReturnStatement(node)) plantForReturned(node.expression, plant);
  else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) plantForReturned(node.body, plant);
  else if (ts.isCallExpression(node)) plantInCall(node, plant);
  else plantInValue(node, plant);
  plantInChain(node, plant);
}

function plantInBinary(node: ts.BinaryExpression, plant: Plant): void {
  const { left, operatorToken: operator, right } = node;
  for (const text of COMPARISONS[operator.kind] ?? []) plant(operator, text);
  const other = ARITHMETIC[operator.kind];
  const joinsWords = isWords(left) || isWords(right);
  if (other !== undefined && !joinsWords) {
    // `a && b || c` reads otherwise than `a || b || c`; each side keeps what it held.
    const isLogical = other === '||' || other === '&&';
    if (isLogical) plant(node, `(${left.getText()}) ${other} (${right.getText()})`);
    else plant(operator, other);
  }
  if (operator.kind === SyntaxKind.QuestionQuestionToken) plant(node, left.getText());
}

/** Whether `+` with this on one side joins words. */
function isWords(node: ts.Expression): boolean {
  if (ts.isBinaryExpression(node)) return isWords(node.left) || isWords(node.right);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function plantInUnary(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, plant: Plant): void {
  const operand = node.operand.getText();
  const isPrefix = ts.isPrefixUnaryExpression(node);
  if (node.operator === SyntaxKind.ExclamationToken || node.operator === SyntaxKind.MinusToken)
    plant(node, operand);
  else if (node.operator === SyntaxKind.PlusPlusToken)
    plant(node, isPrefix ? `--${operand}` : `${operand}--`);
  else if (node.operator === SyntaxKind.MinusMinusToken)
    plant(node, isPrefix ? `++${operand}` : `${operand}++`);
}

function plantForCondition(condition: ts.Expression, plant: Plant): void {
  plant(condition, 'true');
  plant(condition, 'false');
}

function plantForReturned(returned: ts.Expression | undefined, plant: Plant): void {
  if (returned && returned.getText() !== 'undefined') plant(returned, 'undefined');
}

function plantInCall(node: ts.CallExpression, plant: Plant): void {
  const { expression: called } = node;
  if (!ts.isPropertyAccessExpression(called)) return;
  const { name } = called;
  if (DROPPED.includes(name.text) && !ts.isExpressionStatement(node.parent))
    plant(node, called.expression.getText());
  const other = Object.hasOwn(CONFUSED, name.text) ? CONFUSED[name.text] : undefined;
  if (other !== undefined) plant(name, other);
}

function plantInValue(node: ts.Node, plant: Plant): void {
  if (node.kind === SyntaxKind.TrueKeyword) plant(node, 'false');
  else if (node.kind === SyntaxKind.FalseKeyword) plant(node, 'true');
  else if (ts.isStringLiteralLike(node)) {
    if (!isName(node) && node.text !== '') plant(node, "''");
  } else if (ts.isTemplateExpression(node)) plant(node, '``');
  else if (ts.isArrayLiteralExpression(node)) {
    if (node.elements.length > 0 && !isPattern(node)) plant(node, '[]');
  } else if (ts.isRegularExpressionLiteral(node)) plantInPattern(node, plant);
}

/** A word that names a property or a module, and says nothing. */
function isName(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  return (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isExportDeclaration(parent);
}

/** `[a, b] = …` takes apart. */
function isPattern(node: ts.ArrayLiteralExpression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === SyntaxKind.EqualsToken
  );
}

/** A pattern that finds nothing, and one that is held to no end of the text. */
function plantInPattern(node: ts.RegularExpressionLiteral, plant: Plant): void {
  const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/su.exec(node.text) ?? [];
  plant(node, `/(?!)/${flags}`);
  if (pattern.startsWith('^') && pattern.length > 1) plant(node, `/${pattern.slice(1)}/${flags}`);
  if (/[^\\]\$$/u.test(pattern)) plant(node, `/${pattern.slice(0, -1)}/${flags}`);
}

/** `a?.b` is taken for `a.b`. */
function plantInChain(node: ts.Node, plant: Plant): void {
  const isLink =
    ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node);
  if (!isLink || !node.questionDotToken) return;
  const { questionDotToken: mark } = node;
  plant(node, ts.isPropertyAccessExpression(node) ? '.' : '', { start: mark.getStart(), end: mark.end });
}

/** What keeps a loop from running on for ever: `guard` is called at each round. */
export function loopGuards(source: string, guard: string): Edit[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.ES2023, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) {
      const { statement } = node;
      const start = statement.getStart(file);
      if (ts.isBlock(statement)) edits.push({ start: start + 1, end: start + 1, text: `${guard};` });
      else {
        edits.push({ start, end: start, text: `{${guard};` });
        edits.push({ start: statement.end, end: statement.end, text: '}' });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits;
}
