import type { Schemas } from '@plumbline/model';
import { compareDiscriminators } from './compare-discriminators.ts';
import { compareDocs } from './compare-docs.ts';
import { compareFields } from './compare-fields.ts';
import { compareItems } from './compare-items.ts';
import { compareLimits } from './compare-limits.ts';
import { compareTypes } from './compare-types.ts';
import { compareValues } from './compare-values.ts';
import { compareVariants } from './compare-variants.ts';
import type { Comparison } from './comparison.ts';
import type { Direction, Node, SchemaGraph } from './node.ts';
import { createShapes } from './shape.ts';

/** Compares all pairs of a graph, and those that are found on the way. */
export function compareSchemas(
  graph: SchemaGraph,
  schemas: { readonly before: Schemas; readonly after: Schemas },
): void {
  const shapes = { before: createShapes(schemas.before), after: createShapes(schemas.after) };
  for (let node = graph.next(); node !== undefined; node = graph.next()) {
    comparePair(comparisonOf(node, { graph, schemas, shapes }));
  }
}

function comparisonOf(
  node: Node,
  { graph, schemas, shapes }: Pick<Comparison, 'schemas' | 'shapes'> & { readonly graph: SchemaGraph },
): Comparison {
  const { direction, label } = node;
  const before = shapes.before(node.before);
  const after = shapes.after(node.after);
  return {
    node,
    direction,
    label,
    before,
    after,
    shapes,
    schemas,
    tell(rule, args = {}, at = {}) {
      const subject = { name: args.name?.replaceAll('`', '') ?? label, in: bodyOf(direction) };
      node.found.push({
        rule,
        args: { name: nameText(label), ...args },
        subject,
        before: at.before ?? before.origin,
        after: at.after ?? after.origin,
      });
    },
    within: (pair) => graph.child({ ...pair, direction }, node),
  };
}

function bodyOf(direction: Direction): 'body' | 'response' {
  return direction === 'request' ? 'body' : 'response';
}

function nameText(label: string): string {
  return `\`${label.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}

function comparePair(comparison: Comparison): void {
  compareNames(comparison);
  compareDocs(comparison);
  compareDiscriminators(comparison);
  if (compareVariants(comparison)) return;
  if (!compareTypes(comparison)) return;
  compareValues(comparison);
  compareLimits(comparison);
  compareFields(comparison);
  compareItems(comparison);
}

/** The type of a component is exported by the client under its name. */
function compareNames({ node: { before, after }, schemas, tell }: Comparison): void {
  if (before.kind !== 'ref' || schemas.before[before.name] === undefined) return;
  if (schemas.after[before.name] !== undefined) return;
  const from = nameText(before.name);
  if (after.kind === 'ref' && schemas.before[after.name] === undefined)
    tell('schema-renamed', { from, to: nameText(after.name) });
  else tell('schema-removed', { from });
}
