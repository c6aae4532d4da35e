import { driftBindingCodes } from './drift-binding-codes.ts';
import { driftBodyCodes } from './drift-body-codes.ts';
import { driftExampleCodes } from './drift-example-codes.ts';
import { driftFieldCodes } from './drift-field-codes.ts';
import { driftParamCodes } from './drift-param-codes.ts';
import { driftServerCodes } from './drift-server-codes.ts';
import { driftSignatureCodes } from './drift-signature-codes.ts';

/** Where the pages and the spec disagree. */
export const driftCodes = {
  ...driftBindingCodes,
  ...driftParamCodes,
  ...driftServerCodes,
  ...driftBodyCodes,
  ...driftFieldCodes,
  ...driftSignatureCodes,
  ...driftExampleCodes,
};
