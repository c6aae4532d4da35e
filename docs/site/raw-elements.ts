import { type HastNode, textOf } from './hast.ts';

const RAW = new Set(['mdxJsxFlowElement', 'mdxJsxTextElement']);
/** Elements that tell Docusaurus of their `id` themselves. */
const TELL_THEIR_ID = new Set(['a', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * A rehype plugin that treats the HTML of a page as its Markdown: MDX leaves `<a href>` and `<tr id>` that are written as
 * such alone, so that Docusaurus neither checks those links and anchors nor puts its `baseUrl` before them.
 */
export function rawElements(): (tree: HastNode) => void {
  return (tree) => {
    tree.children = tree.children?.map(converted);
  };
}

function converted(node: HastNode): HastNode {
  const children = node.children?.map(converted);
  const element = asElement({ ...node, ...(children && { children }) });
  if (element.tagName === undefined) return element;
  if (element.tagName === 'a' || element.tagName === 'code')
    element.children = element.children?.flatMap(unlinked);
  if (element.tagName === 'table') labelCells(element);
  if (element.tagName === 'pre') trimCode(element);
  return withCopyButtonBeside(withAnchorTold(element));
}

/** `<tr id="a">` as the element that Markdown would have made, if it is HTML and its attributes are plain strings. */
function asElement(node: HastNode): HastNode {
  const { type, name, attributes = [], children = [] } = node;
  if (!RAW.has(type) || typeof name !== 'string' || !/^[a-z][a-z0-9]*$/.test(name)) return node;
  const plain = attributes.every((one) => one.type === 'mdxJsxAttribute' && isPlain(one.value));
  if (!plain) return node;
  const properties = Object.fromEntries(attributes.map((one) => [one.name, one.value ?? true]));
  return { type: 'element', tagName: name, properties, children };
}

function isPlain(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'string';
}

/** An element with an `id`, as the component that tells Docusaurus of it. */
function withAnchorTold(element: HastNode): HastNode {
  const { tagName = '', properties = {}, children = [] } = element;
  if (typeof properties.id !== 'string' || TELL_THEIR_ID.has(tagName)) return element;
  const attributes = Object.entries({ as: tagName, ...properties }).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ type: 'mdxJsxAttribute', name, value }] : [],
  );
  return { type: 'mdxJsxFlowElement', name: 'Anchored', attributes, children };
}

/** `<a href="#x"><CopyableCode code="x" /></a>`, a button within a link, as a link with a button beside it. */
function withCopyButtonBeside(element: HastNode): HastNode {
  const [only, ...others] = element.children ?? [];
  const href = element.properties?.href;
  if (element.tagName !== 'a' || others.length > 0 || only?.name !== 'CopyableCode') return element;
  const attributes = [...(only.attributes ?? []), { type: 'mdxJsxAttribute', name: 'href', value: href }];
  return { ...only, attributes };
}

/** Code and the text of a link hold no links: an address in raw HTML was taken for one of Markdown. */
function unlinked(node: HastNode): HastNode[] {
  const children = node.children?.flatMap(unlinked);
  if (node.tagName === 'a') return children ?? [];
  return [children === undefined ? node : { ...node, children }];
}

/**
 * Names each cell by its column, for screens on which a table is shown as a list: names, descriptions and what stands last,
 * numbers apart, speak for themselves. Tables that have a look of their own are told by a class.
 */
function labelCells(table: HastNode): void {
  const sections = (table.children ?? []).filter(({ tagName }) => tagName !== undefined);
  const head = sections.find(({ tagName }) => tagName === 'thead');
  const labels = cellsOf(head?.children?.find(({ tagName }) => tagName === 'tr')).map(textOf);
  const kind = kindOf(labels);
  if (kind !== undefined) table.properties = { ...table.properties, className: kind };
  for (const row of sections.filter((one) => one !== head).flatMap(({ children = [] }) => children)) {
    const cells = cellsOf(row);
    if (kind === 'methods') nameMethod(cells);
    for (const [index, cell] of cells.entries()) {
      const label = labels[index]?.replace(/ Params$/, '');
      const isText = index === labels.length - 1 && !/^\d+$/.test(textOf(cell).trim());
      const speaks =
        index === 0 ||
        isText ||
        label === undefined ||
        ['', 'Accessible by', 'Datatype', 'Description', 'Finding', 'Meaning'].includes(label);
      if (!speaks && cell.properties !== undefined) cell.properties.dataLabel = label;
    }
  }
}

/** What a table is of, by its columns. */
function kindOf(labels: readonly string[]): 'methods' | 'facts' | undefined {
  if (labels[1] === 'Accessible by' && labels.length === 5) return 'methods';
  return labels[1] === 'Datatype' ? 'facts' : undefined;
}

/**
 * Makes a heading of a method's name, its verb and what it calls, which stand in two cells: by headings a page is searched,
 * and read by those who do not see it.
 */
function nameMethod([name, verb]: readonly HastNode[]): void {
  const [only, ...others] = verb?.children ?? [];
  const code = only?.attributes?.find((one) => one.name === 'code')?.value;
  if (name === undefined || verb === undefined || typeof code !== 'string') return;
  if (only?.name !== 'CopyableCode' || others.length > 0) return;
  const badge = name.children?.find((one) => one.name === 'MethodBadge');
  const attributes = [{ type: 'mdxJsxAttribute', name: 'verb', value: code }, ...(badge?.attributes ?? [])];
  const named = (name.children ?? []).filter((one) => one !== badge && one.type !== 'text');
  const children = [...named, { type: 'text', value: ' ' }, { ...only, name: 'MethodBadge', attributes }];
  name.children = [{ type: 'element', tagName: 'h3', properties: {}, children }];
  verb.children = [];
}

/** Code that begins with an empty line is not the same to the theme as built and as it comes to life. */
function trimCode({ children: [first] = [] }: HastNode): void {
  if (first === undefined) return;
  if (typeof first.value === 'string') first.value = first.value.replace(/^\n+/, '');
  else trimCode(first);
}

function cellsOf(row: HastNode | undefined): readonly HastNode[] {
  return (row?.children ?? []).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}
