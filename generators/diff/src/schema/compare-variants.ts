import type { Schema } from '@plumbline/model';
import { quoted, quotedList } from '../found.ts';
import type { Comparison } from './comparison.ts';
import type { Shape, ShapeOf } from './shape.ts';

/**
 * Compares alternatives, paired by component, title, value that tells them apart, or type. A schema without any is its
 * own only alternative. True: all there is to compare is in them.
 */
export function compareVariants(comparison: Comparison): boolean {
  const { before, after, node, direction, label, shapes, tell, within } = comparison;
  if (before.variants.length + after.variants.length === 0) return false;
  const olds = keyed(before, node.before, shapes.before);
  const news = keyed(after, node.after, shapes.after);
  const gone = [...olds.keys()].filter((key) => !news.has(key));
  const come = [...news.keys()].filter((key) => !olds.has(key));
  const pair = (from: string, to: string) => {
    const [old, one] = [olds.get(from), news.get(to)];
    if (old === undefined || one === undefined || !isLike(shapes.before(old), shapes.after(one))) return;
    within({ before: old, after: one, label });
    gone.splice(gone.indexOf(from), 1);
    come.splice(come.indexOf(to), 1);
  };
  // A component that is one of its own alternatives is so under another name too.
  const own = { before: ownKey(before, node.before), after: ownKey(after, node.after) };
  if (gone.includes(own.before) && come.includes(own.after)) pair(own.before, own.after);
  // One that is told apart otherwise than before is still that one.
  const [from, to] = [gone[0], come[0]];
  if (from !== undefined && to !== undefined && gone.length + come.length === 2 && olds.size === news.size)
    pair(from, to);
  for (const [key, old] of olds) {
    const one = news.get(key);
    if (one !== undefined) within({ before: old, after: one, label });
  }
  const names = (keys: readonly string[]) => quotedList(keys.map((key) => key.slice(key.indexOf(' ') + 1)));
  // What is no longer itself is called by where it stands.
  const called = gone.includes(`component ${label}`) ? { name: quoted(node.place) } : {};
  if (gone.length > 0) tell(`${direction}-variant-removed`, { ...called, from: names(gone) });
  if (come.length > 0) tell(`${direction}-variant-added`, { ...called, to: names(come) });
  return before.fields.size === 0 || after.fields.size === 0;
}

/** The key of what a reference is but for its heirs; no key where it has alternatives of other names. */
function ownKey({ variants }: Shape, schema: Schema): string {
  if (schema.kind !== 'ref') return '';
  const isOwn =
    variants.length === 0 || variants.some((one) => one.kind === 'ref' && one.name === schema.name);
  return isOwn ? `component ${schema.name}` : '';
}

function isLike({ types, fields }: Shape, other: Shape): boolean {
  if ([...(types ?? [])].join() !== [...(other.types ?? [])].join()) return false;
  const common = [...fields.keys()].filter((name) => other.fields.has(name)).length;
  return fields.size === 0 || common * 2 >= Math.max(fields.size, other.fields.size);
}

function keyed(shape: Shape, schema: Schema, shapeOf: ShapeOf): ReadonlyMap<string, Schema> {
  const variants = shape.variants.length === 0 ? [schema] : shape.variants;
  const groups = Map.groupBy(variants, (variant) => keyOf(variant, shapeOf));
  return new Map(
    [...groups].flatMap(([key, group]) =>
      group.map((variant, i) => [i === 0 ? key : `${key} ${i + 1}`, variant] as const),
    ),
  );
}

function keyOf(variant: Schema, shapeOf: ShapeOf): string {
  if (variant.kind === 'ref') return `component ${variant.name}`;
  if (variant.title !== undefined) return `title ${variant.title}`;
  const { types, values, fields } = shapeOf(variant);
  const telling = [...fields.values()]
    .map(({ name, schema }) => ({ name, values: shapeOf(schema).values }))
    .find((field) => field.values?.length === 1);
  if (telling !== undefined) return `value ${telling.name}: ${JSON.stringify(telling.values?.[0])}`;
  return `type ${values === null ? [...(types ?? ['any'])].join(' ') : `${[...(types ?? [])].join(' ')} of a list`}`;
}
