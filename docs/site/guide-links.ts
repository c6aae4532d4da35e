import { existsSync } from 'node:fs';
import path from 'node:path';
import { isWithin, type Settings } from './settings.ts';

interface MdastNode {
  type: string;
  url?: string;
  children?: MdastNode[];
}

/**
 * A remark plugin for links by which a guide leaves its folder, as they work where the repository is browsed: to pages of
 * the reference, which get their address on the site; to other files of the repository, which get theirs on the web, or
 * become mere text where the site knows none. A link to a file that is not there is left alone: the build refuses it.
 */
export function guideLinks({
  content,
  guides,
  repository,
}: Settings): () => (tree: MdastNode, file: { path: string }) => void {
  return () => (tree, file) => {
    const folder = path.dirname(file.path);
    tree.children = tree.children?.flatMap((node) => mended(node, folder));
  };

  function mended(node: MdastNode, folder: string): MdastNode[] {
    const children = node.children?.flatMap((child) => mended(child, folder));
    const mendedNode = children === undefined ? node : { ...node, children };
    const { url } = mendedNode;
    if (mendedNode.type !== 'link' || url === undefined || /^[a-z]+:|^[#/]/i.test(url)) return [mendedNode];
    const [file = '', anchor] = url.split('#');
    const target = path.resolve(folder, file);
    if (!existsSync(target) || isWithin(guides, target)) return [mendedNode];
    const address = addressOf(target);
    if (address === null) return children ?? [];
    return [{ ...mendedNode, url: anchor === undefined ? address : `${address}#${anchor}` }];
  }

  function addressOf(target: string): string | null {
    if (isWithin(content, target)) {
      return `/${path
        .relative(content, target)
        .split(path.sep)
        .join('/')
        .replace(/(?:\/index)?\.md$/, '')}`;
    }
    const root = path.resolve(guides, '../..');
    return repository && `${repository}/${path.relative(root, target).split(path.sep).join('/')}`;
  }
}
