export * from './layout.ts';
export { createPagesReader, type ReadOptions, readResourcePages } from './read-resource-pages.ts';
