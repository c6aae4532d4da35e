export type * from './data/page-data.ts';
export { createDocsMemory, type DocsMemory } from './docs-memory.ts';
export { type DocsOptions, emitDocs } from './emit-docs.ts';
export { emitSourcePages } from './emit-source-pages.ts';
export { factsOfPage, type PageFacts, pageFacts } from './page-facts.ts';
