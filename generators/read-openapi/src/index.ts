export { readOpenApi } from './read-openapi.ts';
