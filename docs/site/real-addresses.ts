export interface MdastNode {
  type: string;
  url?: string;
  value?: string;
  children?: MdastNode[];
}

/** What no URL holds (RFC 3986 section 2). */
const FOREIGN = /["<>]/;

/**
 * A remark plugin for addresses that stand in a text as such. GitHub's Markdown lets them go on to the next blank, also where
 * a text has HTML in it, as in `href="https://a.example">a</a>`: they end where no URL goes on. What is none even so is text:
 * Docusaurus would refuse the page.
 */
export function realAddresses(): (tree: MdastNode) => void {
  return (tree) => {
    tree.children = tree.children?.flatMap(mended);
  };
}

function mended(node: MdastNode): MdastNode[] {
  const [child, ...others] = node.children ?? [];
  const isBare = node.type === 'link' && others.length === 0 && child?.type === 'text';
  if (!isBare) return [node.children ? { ...node, children: node.children.flatMap(mended) } : node];
  const { url = '' } = node;
  const { value = '' } = child;
  const end = value.search(FOREIGN);
  if (end > 0 && url.endsWith(value)) {
    const [text, rest] = [value.slice(0, end), value.slice(end)];
    const link = {
      ...node,
      url: url.slice(0, url.length - rest.length),
      children: [{ type: 'text', value: text }],
    };
    return [...mended(link), { type: 'text', value: rest }];
  }
  return URL.canParse(url, 'https://site.example') ? [node] : [child];
}
