import { globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { About } from './about.ts';
import { type Catalogue, readCatalogues } from './catalogue.ts';

interface Guide {
  /** The route under `baseUrl`: `guides/config`. */
  readonly route: string;
  readonly title: string;
  readonly markdown: string;
}

/**
 * A plugin that serves the guides as Markdown beside their pages, and the site's `llms.txt` and `llms-full.txt`
 * (llmstxt.org). The twins of the reference and the providers' own `llms.txt` are emitted.
 */
export function textFilesPlugin(folders: {
  readonly content: string;
  readonly guides: string;
  readonly about: About;
}): (context: LoadContext) => Plugin {
  return ({ baseUrl, siteConfig }) => ({
    name: 'plumbline-text-files',
    async postBuild({ outDir }) {
      const write = async (file: string, text: string) => {
        await mkdir(path.dirname(path.join(outDir, file)), { recursive: true });
        await writeFile(path.join(outDir, file), text);
      };
      const guides = readGuides(folders.guides);
      for (const { route, markdown } of guides) await write(`${route}.md`, markdown);
      const base = `${siteConfig.url}${baseUrl}`.replace(/\/$/, '');
      await write(
        'llms.txt',
        overview(base, folders.about, { catalogues: readCatalogues(folders.content), guides }),
      );
      const references = globSync('*/_static/*/llms-full.txt', { cwd: folders.content }).sort();
      const texts = [
        ...references.map((file) => readFileSync(path.join(folders.content, file), 'utf8')),
        ...guides.map(({ markdown }) => markdown),
      ];
      await write(
        'llms-full.txt',
        texts
          .map((text) => text.trim())
          .join('\n\n---\n\n')
          .concat('\n'),
      );
    },
  });
}

function readGuides(folder: string): readonly Guide[] {
  return globSync('*.md', { cwd: folder })
    .sort()
    .map((file) => {
      const markdown = readFileSync(path.join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n+/, '');
      const title = /^# (.+)$/m.exec(markdown)?.[1] ?? file;
      return { route: path.posix.join('guides', file.replace(/(?:^index)?\.md$/, '')), title, markdown };
    });
}

function overview(
  base: string,
  { title, summary }: About,
  { catalogues, guides }: { readonly catalogues: readonly Catalogue[]; readonly guides: readonly Guide[] },
): string {
  const providers = catalogues.map(
    ({ provider, href, title }) => `- [${provider}](${base}${href}/llms.txt): ${title.replace(/\s+/g, ' ')}`,
  );
  return [
    `# ${title}`,
    `> ${summary}`,
    'Each page is served as Markdown too, at its address followed by `.md`.',
    `## Providers\n\n${providers.join('\n')}`,
    `## Guides\n\n${guides.map(({ route, title }) => `- [${title}](${base}/${route}.md)`).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}
