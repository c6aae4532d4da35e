import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A page as a site publishes it: what a browser lays out. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'tabs';
      readonly tabs: readonly { readonly label: string; readonly blocks: readonly Block[] }[];
    };

/**
 * Renders the source of a page of the current formats, by code that shares nothing with our reader, so that what is
 * imported can be held against it.
 */
export function publishedPage(source: string): readonly Block[] {
  const body = source.replace(/^---[\s\S]*?\n---\s*\n/, '').replace(/^import .*\n/gm, '');
  return blocksOf(body.split('\n'));
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] ?? '';
    const until = (end: (line: string) => boolean): number => {
      const found = lines.findIndex((one, at) => at >= i && end(one));
      return found === -1 ? lines.length : found;
    };
    if (line.startsWith('## ')) {
      blocks.push({ kind: 'heading', text: inline(line.slice(3)) });
      i += 1;
    } else if (line.startsWith('```')) {
      const end = lines.findIndex((one, at) => at > i && one.startsWith('```'));
      blocks.push({ kind: 'code', text: lines.slice(i + 1, end).join('\n') });
      i = end + 1;
    } else if (line.startsWith('<CodeBlock')) {
      const end = until((one) => one.includes('</CodeBlock>'));
      const code = lines.slice(i, end + 1).join('\n');
      blocks.push({
        kind: 'code',
        text: code.replace(/^<CodeBlock[^>]*>\{`|`\}<\/CodeBlock>$/g, '').replace(/\\([`$\\])/g, '$1'),
      });
      i = end + 1;
    } else if (line.startsWith('<table>')) {
      const end = until((one) => one.includes('</table>'));
      blocks.push({ kind: 'table', rows: rowsOf(lines.slice(i, end + 1).join('\n')) });
      i = end + 1;
    } else if (line.startsWith('<Tabs')) {
      const end = until((one) => one === '</Tabs>');
      blocks.push({ kind: 'tabs', tabs: tabsOf(lines.slice(i, end)) });
      i = end + 1;
    } else {
      const start = i;
      while (
        i < lines.length &&
        lines[i] !== '' &&
        !/^(?:## |```|<table>|<Tabs|<CodeBlock)/.test(lines[i] ?? '')
      )
        i += 1;
      if (i > start) blocks.push({ kind: 'paragraph', text: inline(lines.slice(start, i).join(' ')) });
      else i += 1;
    }
  }
  return blocks;
}

function tabsOf(lines: readonly string[]): Extract<Block, { kind: 'tabs' }>['tabs'] {
  const labels = lines.flatMap((line) => /\{ label: '([^']*)'/.exec(line)?.[1] ?? []);
  const starts = lines.flatMap((line, i) => (line.startsWith('<TabItem') ? [i] : []));
  return starts.map((start, n) => {
    const own = lines.slice(start + 1, starts[n + 1] ?? lines.length).filter((line) => line !== '</TabItem>');
    return { label: labels[n] ?? '', blocks: blocksOf(own) };
  });
}

function rowsOf(html: string): readonly (readonly string[])[] {
  return html
    .split(/<tr[^>]*>/)
    .slice(1)
    .map((row) =>
      row
        .split(/<t[dh]>/)
        .slice(1)
        .map((cell) => inline(cell.replace(/<\/t[dh]>[\s\S]*$/, ''))),
    );
}

/** What a reader sees of a line of Markdown; a line break of the page is one. */
function inline(markdown: string): string {
  const shown = markdown
    .replace(/<CopyableCode code="([^"]*)" \/>/g, (_, name: string) => name.replaceAll('_', '\\_'))
    .replace(/<\/?(?:code|b|a|sub|sup)\b[^>]*>/g, '')
    .replace(/&#12[35];/g, (entity) => (entity === '&#123;' ? '{' : '}'));
  return shown
    .split(/<br \/>|\n/)
    .map((line) =>
      textOf(fromMarkdown(`x ${line.trim()}`))
        .slice(1)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join('\n')
    .trim();
}

function textOf(node: Nodes): string {
  if (node.type === 'html') return '';
  return 'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}
