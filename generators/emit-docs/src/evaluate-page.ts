import { type Element, elementsOf, evaluateMdx } from '@plumbline/render/testing';
import { OWN_COMPONENTS } from './views/page.ts';

/** What the pages import: elements of these names, for tests. */
const COMPONENTS = ['CopyableCode', 'CodeBlock', 'Tabs', 'TabItem', ...OWN_COMPONENTS];

/**
 * A page as a browser would get it, its imports replaced by elements of the same name, and `data` standing for the file
 * beside it. Throws where it is no MDX.
 */
export function evaluatePage(content: string, data = '{}'): readonly Element[] {
  const text = content.replace(/^---\n.*?\n---\n/s, '').replace(/^import \w+ from '[^']*';\n/gm, '');
  const facts = `export const facts = JSON.parse(${JSON.stringify(data)});\n\n`;
  return elementsOf(evaluateMdx(facts + text, COMPONENTS));
}
