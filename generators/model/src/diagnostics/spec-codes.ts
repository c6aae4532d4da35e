import { specFileCodes } from './spec-file-codes.ts';
import { specNewerCodes } from './spec-newer-codes.ts';
import { specOperationCodes } from './spec-operation-codes.ts';
import { specOverlayCodes } from './spec-overlay-codes.ts';
import { specReferenceCodes } from './spec-reference-codes.ts';
import { specSchemaCodes } from './spec-schema-codes.ts';

/** What is wrong in a spec itself. */
export const specCodes = {
  ...specFileCodes,
  ...specOverlayCodes,
  ...specReferenceCodes,
  ...specOperationCodes,
  ...specSchemaCodes,
  ...specNewerCodes,
};
