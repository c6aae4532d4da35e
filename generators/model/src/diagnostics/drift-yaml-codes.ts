import { driftYamlConfigCodes } from './drift-yaml-config-codes.ts';
import { driftYamlPageCodes } from './drift-yaml-page-codes.ts';
import { driftYamlSpecCodes } from './drift-yaml-spec-codes.ts';

/** Where a StackQL provider's own YAML, the third side, disagrees with the others. */
export const driftYamlCodes = { ...driftYamlPageCodes, ...driftYamlSpecCodes, ...driftYamlConfigCodes };
