import type { CommandName } from './commands.ts';

export const EXIT = {
  ok: 0,
  findings: 1,
  wrongUse: 2,
  /** `EX_SOFTWARE` of sysexits.h. */
  ourBug: 70,
} as const;

/** What the exit codes mean, as help and documentation tell it. */
export const EXIT_MEANINGS: { readonly [name in keyof typeof EXIT]: string } = {
  ok: 'nothing at or above --fail-on',
  findings: 'findings; for check also generated files that are not up to date',
  wrongUse: 'wrong use or unreadable input; nothing was written',
  ourBug: 'a bug of ours; nothing was written',
};

/** What exit codes mean of a command. Null: it has no such code. */
export type ExitMeanings = { readonly [name in keyof typeof EXIT]: string | null };

/** Where a command means another thing. */
const OWN: { readonly [name in CommandName]?: Partial<ExitMeanings> } = {
  init: {
    ok: 'the workspace is made',
    findings: 'the workspace is made, and its outputs could not be generated',
    wrongUse: 'wrong use, unreadable input or files in the way; nothing was written',
  },
  watch: { ok: 'ended by Ctrl-C', findings: null },
  check: { findings: 'findings at or above --fail-on, or generated files that are not up to date' },
  fix: {
    ok: 'nothing is left at or above --fail-on',
    findings: 'findings at or above --fail-on are left',
  },
  diff: { ok: 'no change at or above --fail-on', findings: 'changes at or above --fail-on' },
  review: { findings: 'findings at or above --fail-on, or generated files that are not up to date' },
  comment: {
    ok: 'the comment is up to date, or there is no pull request',
    findings: null,
    wrongUse: 'wrong use, or GitHub refuses; the comment is as it was',
    ourBug: 'a bug of ours',
  },
  regenerate: {
    ok: 'everything is up to date',
    findings: null,
    wrongUse: 'wrong use, or nothing can be taken up',
  },
  serve: {
    ok: 'ended by Ctrl-C',
    findings: null,
    wrongUse: 'wrong use, unreadable input or a port that is taken',
    ourBug: 'a bug of ours',
  },
  sql: {
    ok: 'every statement ran',
    findings: 'a statement failed, or one of its calls',
    wrongUse: 'wrong use, or no client; nothing was sent',
    ourBug: 'a bug of ours',
  },
  explain: {
    ok: 'the code is explained',
    findings: null,
    wrongUse: 'there is no such code',
    ourBug: 'a bug of ours',
  },
};

export function exitMeanings(command: CommandName): ExitMeanings {
  return { ...EXIT_MEANINGS, findings: 'findings at or above --fail-on', ...OWN[command] };
}
