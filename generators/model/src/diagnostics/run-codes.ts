import { runBaselineCodes } from './run-baseline-codes.ts';
import { runConfigCodes } from './run-config-codes.ts';
import { runIgnoreCodes } from './run-ignore-codes.ts';
import { runInputCodes } from './run-input-codes.ts';
import { runOutputCodes } from './run-output-codes.ts';

/** The run itself: config, files that cannot be read, and the state of the output folders. */
export const runCodes = {
  ...runConfigCodes,
  ...runIgnoreCodes,
  ...runBaselineCodes,
  ...runInputCodes,
  ...runOutputCodes,
};
