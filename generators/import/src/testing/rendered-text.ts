import type { Block } from './published-page.ts';

/** The ways in which a page comes out of a browser. */
export const STYLES = ['tabbed', 'joined', 'stacked', 'framed', 'html'] as const;
export type Style = (typeof STYLES)[number];

/** The page as text, or for `html` as a browser saves it. What stands in tabs that are not shown is in the latter alone. */
export function renderedText(blocks: readonly Block[], style: Style, name: string): string {
  if (style === 'html') return html(blocks, name);
  const text = blocks.flatMap((block) => linesOf(block, style)).join('\n');
  const start = `Skip to main content\n\n${name}\n\n`;
  if (style !== 'framed') return start + text;
  const titles = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  return [
    'Skip to main content\nProvider\nDocs\nSearch\n\n\u200b\nHome\nServices\n›\nusers\n',
    `${name}\u200b\nOn this page\n${titles.join('\n')}\n`,
    text
      .replace(/'/g, '\u2019')
      .replace(/ (?=[a-z])/g, (blank, at: number) => (at % 7 === 0 ? '\u00a0' : blank)),
    `\n\nEdit this page\nPrevious\n« earlier_resource\nNext\nlater_resource »\n${titles.join('\n')}\nCopyright © 2025 The Authors`,
  ].join('\n');
}

function linesOf(block: Block, style: Exclude<Style, 'html'>): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [style === 'framed' ? `${block.text}\u200b` : block.text, ''];
    case 'paragraph':
      return [block.text, ''];
    case 'code':
      return style === 'framed'
        ? ['Copy', block.text.replaceAll('\n', ''), '']
        : [block.text, ...(style === 'tabbed' ? ['Copy'] : []), ''];
    case 'table':
      return [...block.rows.map((row) => rowText(row, style)), ''];
    case 'tabs': {
      // A browser shows the first tab; seed-like copies lack the labels too.
      const shown = block.tabs[0]?.blocks ?? [];
      const labels = style === 'tabbed' ? [...block.tabs.map(({ label }) => label), ''] : [];
      const framed = style === 'framed' ? [block.tabs.map(({ label }) => label).join('')] : [];
      return [...labels, ...framed, ...shown.flatMap((inner) => linesOf(inner, style))];
    }
  }
}

function rowText(row: readonly string[], style: Exclude<Style, 'html'>): string {
  if (style === 'tabbed') return row.join('\t');
  if (style === 'stacked') return row.filter((cell) => cell !== '').join('\n');
  return row.join('');
}

function html(blocks: readonly Block[], name: string): string {
  const nav =
    '<nav class="navbar"><a href="/">Home</a></nav><nav aria-label="Breadcrumbs"><ul><li>users</li></ul></nav>';
  return `<!doctype html><html lang="en"><head><title>${escaped(name)} | Docs</title><script>if (a < b) { x('</td>') }</script></head><body>${nav}<main><article><h1>${escaped(name)}</h1>${blocks.map(blockHtml).join('')}</article></main><footer><table><tr><td>Name</td></tr></table></footer></body></html>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 class="anchor">${escaped(block.text)}<a href="#x" class="hash-link" title="Direct link">\u200b</a></h2>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'code':
      return `<div class="codeBlock"><pre tabindex="0"><code>${block.text
        .split('\n')
        .map(
          (line) => `<span class="token-line"><span class="token plain">${escaped(line)}</span><br></span>`,
        )
        .join(
          '',
        )}</code></pre><div><button type="button" aria-label="Copy code"><span>Copy</span></button></div></div>`;
    case 'table':
      return `<table><tbody>${block.rows
        .map(
          (row) =>
            `<tr>${row.map((cell) => `<td>${escaped(cell).replaceAll('\n', '<br>')}</td>`).join('\n')}</tr>`,
        )
        .join('\n')}</tbody></table>`;
    case 'tabs':
      return `<div class="tabs-container"><ul role="tablist">${block.tabs
        .map(({ label }) => `<li role="tab" class="tabs__item">${escaped(label)}</li>`)
        .join('')}</ul><div>${block.tabs
        .map(
          ({ blocks }, i) =>
            `<div role="tabpanel"${i === 0 ? '' : ' hidden=""'}>${blocks.map(blockHtml).join('')}</div>`,
        )
        .join('')}</div></div>`;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
