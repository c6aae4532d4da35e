/** Filled by its owner. */
export const specCodes = {};
