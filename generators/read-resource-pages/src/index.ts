export * from './layout.ts';
export { type ReadOptions, readResourcePages } from './read-resource-pages.ts';
