import { type Element, elementsOf, evaluateMdx, textOf } from '@plumbline/render/testing';
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

/** The texts of the cells of all tables, row by row; a component shows its `code`. */
export function cellTexts(elements: readonly Element[]): readonly (readonly string[])[] {
  return elements
    .filter(({ type }) => type === 'tr')
    .map((row) =>
      elementsOf(row)
        .filter(({ type }) => type === 'td')
        .map((cell) => {
          const codes = elementsOf(cell).filter(({ type }) => type === 'CopyableCode');
          return `${codes.map(({ props }) => String(props.code)).join('')}${textOf(cell)}`;
        }),
    )
    .filter((row) => row.length > 0);
}
