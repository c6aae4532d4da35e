export * from './compare-pages.ts';
export * from './published-page.ts';
export * from './rendered-text.ts';
