const URL_START = /^https?:\/\//i;

/** Whether an input is named by its address on the network. */
export function isUrl(path: string): boolean {
  return URL_START.test(path);
}
