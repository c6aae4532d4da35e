/** A node of a syntax tree (ESTree), with the offsets between which it is written. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Something at the top of a program that is there or not as a whole. */
interface Part {
  readonly text: string;
  readonly isDeclaration: boolean;
  readonly mentions: ReadonlySet<string>;
  /** What it declares, or has an effect on. */
  readonly names: ReadonlySet<string>;
}

/**
 * Of the statements of a program, the text of those that the wanted names need, in their order: declarations, and
 * expressions that assign to what is declared or to its members (`((Parser) => …)(Parser ||= {})`), or call it. All others
 * are taken to have no effect on these. A name that is mentioned anywhere counts as needed, be it a namesake of an inner scope.
 */
export function usedParts(
  code: string,
  statements: readonly SyntaxNode[],
  wanted: readonly string[],
): { readonly text: string; readonly found: readonly string[] } {
  const parts = statements.flatMap((statement) => partsOf(statement, code));
  const byName = new Map<string, Part[]>();
  const declared = new Set(parts.flatMap(({ isDeclaration, names }) => (isDeclaration ? [...names] : [])));
  for (const part of parts) {
    for (const name of part.names) {
      if (declared.has(name)) byName.set(name, [...(byName.get(name) ?? []), part]);
    }
  }
  const found = wanted.filter((name) => byName.has(name));
  const needed = new Set(found);
  const kept = new Set<Part>();
  // A set goes on to what is added to it on the way.
  for (const name of needed) {
    for (const part of byName.get(name) ?? []) {
      kept.add(part);
      for (const mentioned of part.mentions) needed.add(mentioned);
    }
  }
  return { text: parts.flatMap((part) => (kept.has(part) ? [part.text] : [])).join('\n'), found };
}

function partsOf(statement: SyntaxNode, code: string): readonly Part[] {
  const textOf = ({ start, end }: SyntaxNode): string => code.slice(start, end);
  switch (statement.type) {
    case 'VariableDeclaration': {
      const { kind } = statement as SyntaxNode & { readonly kind: string };
      return childrenOf(statement).map((one) => ({
        text: `${kind} ${textOf(one)};`,
        isDeclaration: true,
        mentions: mentionsIn(one),
        names: mentionsIn(childrenOf(one)[0]),
      }));
    }
    case 'FunctionDeclaration':
    case 'ClassDeclaration': {
      const names = mentionsIn(childrenOf(statement)[0]);
      return [{ text: textOf(statement), isDeclaration: true, mentions: mentionsIn(statement), names }];
    }
    case 'ExpressionStatement': {
      const names = affectedBy(statement);
      return [{ text: textOf(statement), isDeclaration: false, mentions: mentionsIn(statement), names }];
    }
    default:
      return [];
  }
}

/** The names that are read or written anywhere in a node; those of members are none. */
function mentionsIn(node: SyntaxNode | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const open = node === undefined ? [] : [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'Identifier') names.add((next as SyntaxNode & { readonly name: string }).name);
    else open.push(...childrenOf(next));
  }
  return names;
}

/** The names that an expression assigns to, or to members of which, and those that it calls, outside of functions. */
function affectedBy(expression: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  const open = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type.includes('Function')) continue;
    const parts = childrenOf(next);
    const [first] = parts;
    const isAffecting =
      next.type === 'AssignmentExpression' ||
      (next.type === 'CallExpression' && first?.type === 'Identifier');
    if (isAffecting) for (const name of mentionsIn(first)) names.add(name);
    open.push(...parts);
  }
  return names;
}

/** In the order in which they are written; without the names of members and of properties. */
function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const isNamed = ['MemberExpression', 'Property', 'PropertyDefinition', 'MethodDefinition'].includes(
    node.type,
  );
  const skipped = isNamed && !('computed' in node && node.computed) ? ['key', 'property'] : [];
  return Object.entries(node)
    .flatMap(([key, value]): unknown => (skipped.includes(key) ? [] : value))
    .filter(isNode)
    .sort((a, b) => a.start - b.start);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
