import { emitClientCodes } from './emit-client-codes.ts';

/** What the emitters cannot carry as it stands. */
export const emitCodes = { ...emitClientCodes };
