export { bindingsCsv } from './bindings/csv.ts';
export { type BindingsOverlay, bindingsOverlays } from './bindings/overlay.ts';
export { type Fixed, type FixInput, fixPages } from './fix-pages.ts';
export { isFixable, type Mended, type MendOptions, mendPages, type ReadPages } from './mend-pages.ts';
export { unacceptedParams } from './unaccepted-params.ts';
