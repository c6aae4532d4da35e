export type { ImportKind } from './detect-kind.ts';
export * from './import-document.ts';
