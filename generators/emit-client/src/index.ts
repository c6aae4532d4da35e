export { type ClientMemory, createClientMemory } from './client-memory.ts';
export { type DocumentTypes, documentTypes } from './document/document-types.ts';
export { type ClientOptions, emitClient, emitMethods } from './emit-client.ts';
export { scaffoldClient } from './files/scaffold.ts';
