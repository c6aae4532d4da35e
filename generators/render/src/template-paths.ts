import Handlebars from 'handlebars';

/**
 * The paths of a template that its sample view does not have. Handlebars renders nothing, and says nothing, for a
 * missing name in `{{#each}}` and `{{#if}}`; a test of each template calls this with a full sample.
 * @returns one line for each path, empty where all are there; what a list holds is looked up in its first item.
 */
export function missingPaths(
  source: string,
  sample: unknown,
  partials: { readonly [name: string]: string } = {},
): string[] {
  const missing: string[] = [];
  walk(Handlebars.parse(source), [sample], { partials, missing, open: [] });
  return missing;
}

interface Walk {
  readonly partials: { readonly [name: string]: string };
  readonly missing: string[];
  /** Partials being walked, against endless recursion. */
  readonly open: readonly string[];
}

function walk(program: hbs.AST.Program, scopes: readonly unknown[], state: Walk): void {
  for (const statement of program.body) {
    if (isMustache(statement)) lookUp(statement.path, scopes, state);
    else if (isBlock(statement)) walkBlock(statement, scopes, state);
    else if (isPartial(statement)) walkPartial(statement, scopes, state);
  }
}

function walkBlock(block: hbs.AST.BlockStatement, scopes: readonly unknown[], state: Walk): void {
  const [argument] = block.params;
  if (argument === undefined) throw new TypeError(`A block without an argument: ${block.path.original}`);
  const value = lookUp(argument, scopes, state);
  const isSection = block.path.original === 'if' || block.path.original === 'unless';
  const inner = isSection ? scopes : [...scopes, Array.isArray(value) ? value[0] : value];
  if (isSection || value !== undefined) walk(block.program, inner, state);
  if (block.inverse) walk(block.inverse, scopes, state);
}

function walkPartial(partial: hbs.AST.PartialStatement, scopes: readonly unknown[], state: Walk): void {
  const name = 'original' in partial.name ? String(partial.name.original) : '';
  const source = Object.hasOwn(state.partials, name) ? state.partials[name] : undefined;
  const [argument] = partial.params;
  const value = argument === undefined ? scopes.at(-1) : lookUp(argument, scopes, state);
  if (source === undefined) state.missing.push(`> ${name}`);
  else if (!state.open.includes(name))
    walk(Handlebars.parse(source), [value], { ...state, open: [...state.open, name] });
}

/** The value at a path; a path with a missing member is noted. */
function lookUp(expression: hbs.AST.Node, scopes: readonly unknown[], { missing }: Walk): unknown {
  if (!isPath(expression) || expression.data) return undefined;
  let value = scopes.at(-1 - expression.depth);
  for (const part of expression.parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      missing.push(`${expression.original} (line ${expression.loc.start.line})`);
      return undefined;
    }
    value = (value as { readonly [key: string]: unknown })[part];
  }
  return value;
}

const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement =>
  node.type === 'MustacheStatement';
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement => node.type === 'BlockStatement';
const isPartial = (node: hbs.AST.Node): node is hbs.AST.PartialStatement => node.type === 'PartialStatement';
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';
