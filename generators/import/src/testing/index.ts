export * from './compare-pages.ts';
export * from './published-page.ts';
export * from './redoc-text.ts';
export * from './rendered-text.ts';
