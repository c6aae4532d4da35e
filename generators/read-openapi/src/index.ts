export { type ReadOptions, readOpenApi } from './read-openapi.ts';
