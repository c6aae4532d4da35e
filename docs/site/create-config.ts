import { globSync } from 'node:fs';
import path from 'node:path';
import type { Options as DocsOptions } from '@docusaurus/plugin-content-docs';
import type { UserThemeConfig } from '@docusaurus/theme-common';
import type { Config, PluginConfig } from '@docusaurus/types';
import type { About } from './about.ts';
import * as codeThemes from './code-themes.ts';
import { dataPlugin } from './data-plugin.ts';
import { frontMatterParser } from './front-matter.ts';
import { guideLinks } from './guide-links.ts';
import { homePlugin } from './home-plugin.ts';
import { methodsInToc } from './methods-in-toc.ts';
import { oldAddresses } from './old-addresses.ts';
import { rawElements } from './raw-elements.ts';
import { realAddresses } from './real-addresses.ts';
import { providersIn, readSettings } from './settings.ts';
import { sidebarItems } from './sidebar-items.ts';
import { textFilesPlugin } from './text-files-plugin.ts';

/** The configuration of a site in a folder: what it is built of stands there, and in variables ({@link readSettings}). */
export function createConfig(siteFolder: string, about: About): Config {
  const settings = readSettings(process.env, siteFolder);
  const { content, guides, url, baseUrl, repository, brokenLinks } = settings;
  const providers = providersIn(content);

  const reference: DocsOptions = {
    id: 'reference',
    path: content,
    routeBasePath: '/',
    sidebarPath: './site/sidebars.ts',
    sidebarItemsGenerator: sidebarItems,
    // Names are taken as they are: `2fa_settings` is no second page.
    numberPrefixParser: false,
    beforeDefaultRemarkPlugins: [realAddresses],
    rehypePlugins: [methodsInToc, rawElements],
  };

  const handwritten: DocsOptions = {
    id: 'guides',
    path: guides,
    routeBasePath: 'guides',
    sidebarPath: './site/guides-sidebar.ts',
    numberPrefixParser: false,
    beforeDefaultRemarkPlugins: [guideLinks(settings)],
    rehypePlugins: [rawElements],
    ...(repository !== null && { editUrl: `${repository}/docs` }),
  };

  const search: PluginConfig = [
    '@easyops-cn/docusaurus-search-local',
    {
      hashed: true,
      indexBlog: false,
      // What disagrees is looked up where it is told by page; it would bury what is sought.
      ignoreFiles: globSync('*/consistency{,-report}.md', { cwd: content }).map(
        (file) => new RegExp(`(?:^|/)${file.replace(/\.md$/, '/')}[^/]+$`),
      ),
      docsRouteBasePath: ['/', 'guides'],
      docsDir: [content, guides],
      docsPluginIdForPreferredVersion: 'reference',
      removeDefaultStopWordFilter: true,
      highlightSearchTermsOnTargetPage: true,
      explicitSearchResultPath: true,
      // Examples and details name every field and parameter again, and tabs every method: what describes them is found
      // instead. What errors say is the same on all pages.
      ignoreCssSelectors: [
        '[role=tabpanel] .theme-code-block',
        '[role=tabpanel] label',
        '[role=tablist]',
        '.method-details > a',
        '.method-details summary',
        '.method-details tr:not(.sought)',
        '.aside',
      ],
      searchResultLimits: 10,
      searchBarShortcutHint: true,
    },
  ];

  const themeConfig: UserThemeConfig = {
    ...(about.card !== undefined && { image: about.card }),
    colorMode: { respectPrefersColorScheme: true },
    docs: { sidebar: { autoCollapseCategories: true } },
    tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    navbar: {
      title: about.title,
      logo: { alt: '', width: 24, height: 28, ...about.logo },
      items: [
        ...providers.map((provider) => ({
          type: 'docSidebar' as const,
          docsPluginId: 'reference',
          sidebarId: provider,
          label: providers.length === 1 ? 'Reference' : provider,
          position: 'left' as const,
        })),
        {
          type: 'docSidebar',
          docsPluginId: 'guides',
          sidebarId: 'guides',
          label: 'Guides',
          position: 'left',
        },
        ...(repository === null
          ? []
          : [{ href: repository.replace(/\/blob\/.*$/, ''), label: 'Source', position: 'right' as const }]),
        { type: 'search', position: 'right' },
      ],
    },
    footer: {
      copyright: about.footer,
    },
    prism: {
      theme: codeThemes.light,
      darkTheme: codeThemes.dark,
      additionalLanguages: ['bash', 'powershell', 'json', 'sql', 'yaml', 'http'],
    },
  };

  return {
    title: about.title,
    tagline: about.tagline,
    favicon: about.logo.src,
    url,
    baseUrl,
    trailingSlash: false,
    future: {
      v4: true,
      faster: {
        swcJsLoader: true,
        swcJsMinimizer: true,
        swcHtmlMinimizer: true,
        lightningCssMinimizer: true,
        mdxCrossCompilerCache: true,
        rspackBundler: true,
        ssgWorkerThreads: true,
        // It served pages of another content folder: what was built before is never taken for what is there.
        rspackPersistentCache: false,
        // No page tells when it last changed.
        gitEagerVcs: false,
      },
    },
    onBrokenLinks: brokenLinks,
    onBrokenAnchors: brokenLinks,
    onDuplicateRoutes: 'throw',
    markdown: {
      format: 'mdx',
      // `:smile:` in a description is what its author wrote.
      emoji: false,
      hooks: { onBrokenMarkdownLinks: brokenLinks, onBrokenMarkdownImages: brokenLinks },
      parseFrontMatter: frontMatterParser(settings),
    },
    customFields: { repository, guides: about.guides, diagnostics: about.diagnostics ?? null },
    headTags: [
      // The second fence behind the encoders: no image, frame or plug-in of a stranger's is ever loaded.
      {
        tagName: 'meta',
        attributes: {
          'http-equiv': 'Content-Security-Policy',
          content:
            "img-src 'self' data:; frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'",
        },
      },
      // Without scripts no tab can be chosen: all are shown.
      {
        tagName: 'noscript',
        attributes: {},
        innerHTML: '<style>[role=tablist]{display:none}[role=tabpanel][hidden]{display:block}</style>',
      },
    ],
    // What the emitters put in `_static` is served from the site's root.
    staticDirectories: [
      'static',
      ...globSync('*/_static', { cwd: content })
        .sort()
        .map((folder) => path.join(content, folder)),
    ],
    clientModules: ['print', 'reveal', 'sidebar'].map((name) => `./src/client/${name}.ts`),
    plugins: [
      ['@docusaurus/plugin-content-docs', reference],
      ['@docusaurus/plugin-content-docs', handwritten],
      [
        '@docusaurus/plugin-sitemap',
        { lastmod: null, changefreq: null, priority: null, ignorePatterns: [`${baseUrl}search`] },
      ],
      ['@docusaurus/plugin-client-redirects', { createRedirects: oldAddresses(providers) }],
      dataPlugin,
      homePlugin(content),
      textFilesPlugin({ content, guides, about }),
    ],
    themes: [
      [
        '@docusaurus/theme-classic',
        { customCss: ['custom', 'tables', 'reference'].map((name) => `./src/css/${name}.css`) },
      ],
      search,
    ],
    themeConfig,
  };
}
