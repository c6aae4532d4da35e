export * from './describe.ts';
export * from './lazy.ts';
export * from './parse-document.ts';
