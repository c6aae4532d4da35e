import type { Operation, Place, Subject } from '@plumbline/model';
import { type Found, type FoundWithUses, quoted } from '../found.ts';
import type { ChangeArgs } from '../rules/rule.ts';
import type { RuleId } from '../rules/rules.ts';
import type { Pair, SchemaGraph } from '../schema/node.ts';

/** What the parts of the comparison of two operations work on. */
export interface OperationComparison {
  readonly before: Operation;
  readonly after: Operation;
  readonly tell: (rule: RuleId, told?: Told) => void;
  /** Compares schemas later. */
  readonly schemas: (pair: Pair, where: string) => void;
}

export interface Told {
  readonly args?: Partial<ChangeArgs>;
  readonly subject?: Subject;
  readonly before?: Place;
  readonly after?: Place;
  /** `query limit`, `body`, `response 200`. */
  readonly where?: string;
}

export function operationComparison(
  [before, after]: readonly [Operation, Operation],
  { graph, found }: { readonly graph: SchemaGraph; readonly found: FoundWithUses[] },
): OperationComparison {
  const operation = after.key;
  return {
    before,
    after,
    tell(rule, told = {}) {
      const one: Found = {
        rule,
        args: { name: quoted(operation), ...told.args },
        subject: { operation, ...told.subject },
        before: told.before ?? before.origin,
        after: told.after ?? after.origin,
      };
      found.push({ found: one, uses: [{ operation, where: told.where ?? '' }] });
    },
    schemas: (pair, where) => graph.root(pair, { operation, where }),
  };
}
