/** How many words all collections begin with, besides the last of each. */
export function commonWords([first = [], ...others]: readonly (readonly string[])[]): number {
  let common = 0;
  while (
    first.length > common + 1 &&
    others.every((words) => words.length > common + 1 && words[common] === first[common])
  ) {
    common += 1;
  }
  return common;
}
