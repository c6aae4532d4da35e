import { stripTypeScriptTypes } from 'node:module';
import type { Source } from '@plumbline/model';
import { type Expression, type ModuleDeclaration, type Node, parse, type Statement } from 'acorn';

/**
 * Where the key at a path stands in the source of a config: the deepest one on the way that is written as a
 * literal, else the exported object; the first line where that is computed.
 */
export function keyPosition(file: string, source: string, path: readonly (string | number)[]): Source {
  const body = parseModule(source);
  let node = body === null ? null : exportedObject(body);
  let found: Node | null = node;
  for (const key of path) {
    const child = node === null ? null : childOf(node, key);
    if (child === null) break;
    found = child.at;
    node = unwrap(child.value);
  }
  return { file, ...lineAndColumn(source, found?.start ?? 0) };
}

/** 1-based, in UTF-16 units. */
function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

function parseModule(source: string): readonly (Statement | ModuleDeclaration)[] | null {
  const options = { ecmaVersion: 'latest', sourceType: 'module' } as const;
  try {
    return parse(source, options).body;
  } catch {
    try {
      return parse(withoutTypes(source), options).body;
    } catch {
      return null;
    }
  }
}

/** Types become blanks, so that positions stay. Node says of this function that it is experimental: not to our users. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source, { mode: 'strip' });
  } finally {
    process.emitWarning = emitWarning;
  }
}

function exportedObject(body: readonly (Statement | ModuleDeclaration)[]): Expression | null {
  for (const statement of body) {
    if (statement.type !== 'ExportDefaultDeclaration') continue;
    const { declaration } = statement;
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') return null;
    const exported = unwrap(declaration);
    return exported?.type === 'Identifier' ? initializer(body, exported.name) : exported;
  }
  return null;
}

function initializer(body: readonly (Statement | ModuleDeclaration)[], name: string): Expression | null {
  for (const statement of body) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (id.type === 'Identifier' && id.name === name) return unwrap(init ?? null);
    }
  }
  return null;
}

/** The argument of `defineConfig(…)`. */
function unwrap(node: Expression | null): Expression | null {
  if (node?.type === 'ParenthesizedExpression') return unwrap(node.expression);
  if (node?.type !== 'CallExpression') return node;
  const [argument] = node.arguments;
  return argument === undefined || argument.type === 'SpreadElement' ? null : unwrap(argument);
}

function childOf(node: Expression, key: string | number): { at: Node; value: Expression } | null {
  if (typeof key === 'number') {
    const element = node.type === 'ArrayExpression' ? node.elements[key] : undefined;
    return element == null || element.type === 'SpreadElement' ? null : { at: element, value: element };
  }
  if (node.type !== 'ObjectExpression') return null;
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.computed) continue;
    const { key: name, value } = property;
    const written =
      name.type === 'Identifier' ? name.name : name.type === 'Literal' ? String(name.value) : null;
    if (written === key) return { at: name, value };
  }
  return null;
}
