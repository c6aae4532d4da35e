import type { Schemas } from '@plumbline/model';
import type { ChangeArgs } from '../rules/rule.ts';
import type { RuleId } from '../rules/rules.ts';
import type { Direction, Node, Pair } from './node.ts';
import type { Shape, ShapeOf } from './shape.ts';

/** What the parts of a comparison work on. */
export interface Comparison {
  readonly node: Node;
  readonly direction: Direction;
  readonly label: string;
  readonly before: Shape;
  readonly after: Shape;
  readonly shapes: { readonly before: ShapeOf; readonly after: ShapeOf };
  readonly schemas: { readonly before: Schemas; readonly after: Schemas };
  /** Tells of a change, at the places of both schemas unless others are given. */
  readonly tell: (rule: RuleId, args?: Partial<ChangeArgs>, at?: Partial<Places>) => void;
  /** Compares what is within later. */
  readonly within: (pair: Omit<Pair, 'direction'>) => void;
}

export interface Places {
  readonly before: Shape['origin'];
  readonly after: Shape['origin'];
}
