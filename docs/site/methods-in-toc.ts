import { elementsIn, type HastNode, textOf } from './hast.ts';

/** What we read and write of a node of estree. */
interface EstreeNode {
  type: string;
  [key: string]: unknown;
}

/** The id of the heading that methods stand below. */
const HEADING = 'methods';

/**
 * A rehype plugin, to run before raw HTML becomes components: the rows of the table of methods join the table of contents,
 * which Docusaurus makes of headings alone and exports as `toc`.
 */
export function methodsInToc(): (tree: HastNode) => void {
  return (tree) => {
    const all = tree.children ?? [];
    const start = all.findIndex(({ properties }) => properties?.id === HEADING);
    if (start === -1) return;
    const section = all.slice(start + 1, nextHeading(all, start));
    const entries = section.flatMap((node) => elementsIn(node, 'tr')).flatMap(entryOf);
    for (const { data } of all) {
      const list = data?.estree === undefined ? undefined : tocOf(data.estree as EstreeNode);
      const index = list?.findIndex((one) => literalOf(one, 'id') === HEADING) ?? -1;
      if (index !== -1) list?.splice(index + 1, 0, ...entries);
    }
  };
}

function nextHeading(all: readonly HastNode[], start: number): number {
  const next = all.findIndex(({ tagName }, index) => index > start && tagName === 'h2');
  return next === -1 ? all.length : next;
}

/** The entry of a row that bears an id. */
function entryOf(row: HastNode): readonly EstreeNode[] {
  const id = row.attributes?.find(({ name }) => name === 'id')?.value;
  const [cell] = elementsIn(row, 'td');
  const [name] = cell === undefined ? [] : elementsIn(cell, 'CopyableCode');
  const code = name?.attributes?.find((one) => one.name === 'code')?.value;
  const text = typeof code === 'string' ? code : cell === undefined ? '' : textOf(cell).trim();
  if (typeof id !== 'string' || text === '') return [];
  return [object({ value: escaped(text), id, level: 3 })];
}

/** The entries of `export const toc = […]`. */
function tocOf(program: EstreeNode): EstreeNode[] | undefined {
  for (const statement of nodes(program.body)) {
    const declaration = statement.declaration as EstreeNode | null | undefined;
    for (const { id, init } of nodes(declaration?.declarations)) {
      if ((id as EstreeNode).name === 'toc') return nodes((init as EstreeNode | null)?.elements);
    }
  }
  return undefined;
}

function nodes(value: unknown): EstreeNode[] {
  return Array.isArray(value) ? (value as EstreeNode[]) : [];
}

/** The value of a property of an object literal. */
function literalOf({ properties }: EstreeNode, key: string): unknown {
  const property = nodes(properties).find((one) => {
    const name = one.key as EstreeNode;
    return (name.name ?? name.value) === key;
  });
  return (property?.value as EstreeNode | undefined)?.value;
}

function object(members: { readonly [key: string]: string | number }): EstreeNode {
  return {
    type: 'ObjectExpression',
    properties: Object.entries(members).map(([key, value]) => ({
      type: 'Property',
      kind: 'init',
      method: false,
      shorthand: false,
      computed: false,
      key: { type: 'Literal', value: key, raw: JSON.stringify(key) },
      value: { type: 'Literal', value, raw: JSON.stringify(value) },
    })),
  };
}

/** Docusaurus shows an entry's value as HTML. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
