export const EXIT = {
  ok: 0,
  findings: 1,
  wrongUse: 2,
  /** `EX_SOFTWARE` of sysexits.h. */
  ourBug: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What the exit codes mean, as help and documentation tell it. */
export const EXIT_MEANINGS: { readonly [name in keyof typeof EXIT]: string } = {
  ok: 'nothing at or above --fail-on',
  findings: 'findings; for check also generated files that are not up to date',
  wrongUse: 'wrong use or unreadable input; nothing was written',
  ourBug: 'a bug of ours; nothing was written',
};
