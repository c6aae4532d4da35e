import { importPageCodes } from './import-page-codes.ts';
import { importReferenceCodes } from './import-reference-codes.ts';

/** Documents that exist only as rendered text, and what a source made of them lacks. */
export const importCodes = {
  ...importPageCodes,
  ...importReferenceCodes,
};
