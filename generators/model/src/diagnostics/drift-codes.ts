import { driftBindingCodes } from './drift-binding-codes.ts';
import { driftBodyCodes } from './drift-body-codes.ts';
import { driftExampleCodes } from './drift-example-codes.ts';
import { driftFieldCodes } from './drift-field-codes.ts';
import { driftParamCodes } from './drift-param-codes.ts';
import { driftServerCodes } from './drift-server-codes.ts';
import { driftSignatureCodes } from './drift-signature-codes.ts';
import { driftYamlCodes } from './drift-yaml-codes.ts';

/** Where the pages, the spec and the provider's own YAML disagree. */
export const driftCodes = {
  ...driftBindingCodes,
  ...driftParamCodes,
  ...driftServerCodes,
  ...driftBodyCodes,
  ...driftFieldCodes,
  ...driftSignatureCodes,
  ...driftExampleCodes,
  ...driftYamlCodes,
};
