/** Filled by its owner. */
export const emitCodes = {};
