export type {
  AffectedPage,
  Change,
  ChangeClass,
  Diff,
  DiffSide,
  DiffSummary,
  Position,
  SemverStep,
  Use,
} from './change.ts';
export { diffModels } from './diff-models.ts';
export type { Rule } from './rules/rule.ts';
export { RULE_IDS, type RuleId, ruleOf } from './rules/rules.ts';
