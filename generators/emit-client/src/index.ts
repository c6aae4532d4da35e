export { type DocumentTypes, documentTypes } from './document/document-types.ts';
export { emitClient, emitMethods } from './emit-client.ts';
export { scaffoldClient } from './files/scaffold.ts';
