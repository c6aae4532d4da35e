import type { HttpMethod } from './operation.ts';

/** The keys of a path item that are operations (OpenAPI 3.1 section 4.8.9), and the methods that they stand for. */
export const HTTP_METHODS: ReadonlyMap<string, HttpMethod> = new Map([
  ['get', 'GET'],
  ['put', 'PUT'],
  ['post', 'POST'],
  ['delete', 'DELETE'],
  ['options', 'OPTIONS'],
  ['head', 'HEAD'],
  ['patch', 'PATCH'],
  ['trace', 'TRACE'],
]);

/** Those of OpenAPI 3.2 (section 4.9). */
export const NEWER_METHODS: ReadonlyMap<string, HttpMethod> = new Map([...HTTP_METHODS, ['query', 'QUERY']]);
