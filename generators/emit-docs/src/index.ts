export { emitDocs } from './emit-docs.ts';
