export type {
  AffectedPage,
  Change,
  Diff,
  DiffSide,
  DiffSummary,
  Position,
  SemverStep,
  Use,
} from './change.ts';
export { diffModels } from './diff-models.ts';
export type { ChangeClass, Rule } from './rules/rule.ts';
export { RULE_IDS, type RuleId, ruleOf } from './rules/rules.ts';
