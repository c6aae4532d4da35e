/** Filled by its owner. */
export const runCodes = {};
