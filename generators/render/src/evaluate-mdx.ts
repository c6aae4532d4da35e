import { evaluateSync } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';

/** An element of an evaluated page, for tests. */
export interface Element {
  readonly type: string;
  readonly props: { readonly [name: string]: unknown };
}

/** The page as a browser would get it: elements and text, `components` standing for the imported ones. Throws where it is no MDX. */
export function evaluateMdx(source: string, components: readonly string[] = []): unknown {
  const jsx = (type: unknown, props: Element['props']): unknown =>
    typeof type === 'function' ? type(props) : { type, props };
  const { default: page } = evaluateSync(source, {
    jsx: jsx as never,
    jsxs: jsx as never,
    Fragment: 'fragment',
    remarkPlugins: [remarkGfm],
    useMDXComponents: () => Object.fromEntries(components.map((name) => [name, name])) as never,
  });
  return page({});
}

/** The text of evaluated MDX, `<br>` as a newline. */
export function textOf(node: unknown): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (!isElement(node)) return '';
  return node.type === 'br' ? '\n' : textOf(node.props.children);
}

/** The elements of evaluated MDX, in document order. */
export function elementsOf(node: unknown): readonly Element[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  return isElement(node) ? [node, ...elementsOf(node.props.children)] : [];
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'type' in node;
}
