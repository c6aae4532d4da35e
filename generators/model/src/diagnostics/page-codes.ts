/** Filled by its owner. */
export const pageCodes = {};
