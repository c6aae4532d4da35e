/** What we read of a node of hast, with the elements of MDX. */
export interface HastNode {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: unknown;
  data?: { readonly [key: string]: unknown };
  properties?: Record<string, unknown>;
  attributes?: { type: string; name: string; value?: unknown }[];
  children?: HastNode[];
}

/** The elements of a name in a node, itself among them. */
export function elementsIn(node: HastNode, name: string): readonly HastNode[] {
  const own = node.tagName === name || node.name === name ? [node] : [];
  return [...own, ...(node.children ?? []).flatMap((child) => elementsIn(child, name))];
}

export function textOf(node: HastNode): string {
  return typeof node.value === 'string' ? node.value : (node.children ?? []).map(textOf).join('');
}
