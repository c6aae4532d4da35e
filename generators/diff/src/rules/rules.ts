import { operationRules } from './operation-rules.ts';
import { parameterRules } from './parameter-rules.ts';
import { requestRules } from './request-rules.ts';
import { responseRules } from './response-rules.ts';
import type { Rule } from './rule.ts';
import { sharedRules } from './shared-rules.ts';

/** Every rule: what it tells, and of which class that is. */
const rules = {
  ...operationRules,
  ...parameterRules,
  ...requestRules,
  ...responseRules,
  ...sharedRules,
};

export type RuleId = keyof typeof rules;
/** In the order in which reports show them. */
export const RULE_IDS = Object.keys(rules) as readonly RuleId[];

export function ruleOf(id: RuleId): Rule {
  return rules[id];
}
