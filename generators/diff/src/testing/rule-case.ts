import type { RuleId } from '../rules/rules.ts';

/** A rule with two states between which it tells a change. */
export type RuleCase = readonly [
  rule: RuleId,
  {
    readonly before: string;
    readonly after: string;
    readonly want: string;
    /** What else the two states differ in. */
    readonly also?: readonly RuleId[];
  },
];
