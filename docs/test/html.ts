import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export interface BuiltPage {
  /** Its file, relative to the site's folder. */
  readonly file: string;
  /** The address that it is served at: `/okta/users`. */
  readonly address: string;
  readonly html: string;
  readonly elements: readonly Element[];
}

/** Every HTML page of a built site, read as a browser reads it. */
export function readPages(folder: string): readonly BuiltPage[] {
  return globSync('**/*.html', { cwd: folder })
    .sort()
    .map((file) => {
      const html = readFileSync(path.join(folder, file), 'utf8');
      const address = `/${file.replace(/(?:(?:^|\/)index)?\.html$/, '')}`;
      return { file, address, html, elements: elementsOf(parse(html)) };
    });
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}
