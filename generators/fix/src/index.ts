export { type Fixed, type FixInput, fixPages } from './fix-pages.ts';
export { FIXERS } from './fixers/fixers.ts';
export { isFixable, type Mended, type MendOptions, mendPages, type ReadPages } from './mend-pages.ts';
