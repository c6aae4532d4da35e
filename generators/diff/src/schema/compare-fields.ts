import { resolveSchema, type Schema, type Schemas } from '@plumbline/model';
import { quoted } from '../found.ts';
import { renamedPairs } from '../pair/names.ts';
import type { Comparison } from './comparison.ts';
import type { Direction } from './node.ts';
import type { ShapeField, ShapeOf } from './shape.ts';

/** Compares the fields of objects: those that are sent in requests, or read in responses. */
export function compareFields(comparison: Comparison): void {
  const { direction, before, after, schemas, shapes } = comparison;
  const was = visible([...before.fields.values()], direction, schemas.before);
  const is = visible([...after.fields.values()], direction, schemas.after);
  const removed: ShapeField[] = [];
  for (const field of was.seen.values()) {
    const other = is.seen.get(field.name);
    if (other !== undefined) compareField(comparison, field, other);
    else if (is.hidden.has(field.name)) tellHidden(comparison, field, is.hidden.get(field.name) ?? field);
    else removed.push(field);
  }
  const added = [...is.seen.values()].filter(({ name }) => !was.seen.has(name));
  const pairs = renamedPairs(
    removed.map((field) => named(field, shapes.before)),
    added.map((field) => named(field, shapes.after)),
  );
  for (const [old, one] of pairs) tellRenamed(comparison, old.field, one.field);
  const renamed = new Set(pairs.flat().map(({ field }) => field));
  for (const field of removed) if (!renamed.has(field)) tellRemoved(comparison, field);
  for (const field of added) if (!renamed.has(field)) tellAdded(comparison, field);
  compareExtra(comparison);
}

/** What is read-only is not sent, what is write-only is not read (JSON Schema 2020-12 Validation, section 9.4). */
function visible(fields: readonly ShapeField[], direction: Direction, schemas: Schemas) {
  const flag = direction === 'request' ? 'readOnly' : 'writeOnly';
  const seen = new Map<string, ShapeField>();
  const hidden = new Map<string, ShapeField>();
  for (const field of fields) {
    const isHidden = resolveSchema(field.schema, schemas)[flag] === true;
    (isHidden ? hidden : seen).set(field.name, field);
  }
  return { seen, hidden };
}

function named(field: ShapeField, shapeOf: ShapeOf) {
  const { types, description } = shapeOf(field.schema);
  const kind = field.schema.kind === 'ref' ? field.schema.name : [...(types ?? ['any'])].join(' ');
  return { name: field.name, kind, description, field };
}

function compareField(comparison: Comparison, before: ShapeField, after: ShapeField): void {
  const { direction, tell, within } = comparison;
  const label = labelOf(comparison, after);
  const at = { before: before.schema.origin, after: after.schema.origin };
  if (before.required !== after.required)
    tell(
      after.required ? `${direction}-field-became-required` : `${direction}-field-became-optional`,
      { name: quoted(label) },
      at,
    );
  within({ before: before.schema, after: after.schema, label });
}

function tellHidden(comparison: Comparison, before: ShapeField, after: ShapeField): void {
  const rule =
    comparison.direction === 'request'
      ? 'request-field-became-read-only'
      : 'response-field-became-write-only';
  const at = { before: before.schema.origin, after: after.schema.origin };
  comparison.tell(rule, { name: quoted(labelOf(comparison, after)) }, at);
}

function tellRenamed(comparison: Comparison, before: ShapeField, after: ShapeField): void {
  const { direction, tell } = comparison;
  const [from, to] = [before, after].map((field) => quoted(labelOf(comparison, field)));
  const at = { before: before.schema.origin, after: after.schema.origin };
  tell(`${direction}-field-renamed`, { name: to ?? '', from: from ?? '', to: to ?? '' }, at);
  compareField(comparison, before, after);
}

function tellRemoved(comparison: Comparison, field: ShapeField): void {
  const { direction, tell, schemas, after } = comparison;
  const from = ownerIn(schemas.after, field)?.origin ?? after.origin;
  tell(
    `${direction}-field-removed`,
    { name: quoted(labelOf(comparison, field)) },
    { before: field.schema.origin, after: from },
  );
}

function tellAdded(comparison: Comparison, field: ShapeField): void {
  const { direction, tell, schemas, before } = comparison;
  const to = ownerIn(schemas.before, field)?.origin ?? before.origin;
  const need = field.required ? 'request-field-added-required' : 'request-field-added-optional';
  const rule = direction === 'request' ? need : 'response-field-added';
  const at = { before: to, after: field.schema.origin };
  tell(rule, { name: quoted(labelOf(comparison, field)) }, at);
}

/** The component that declares a field, as the other side has it: all that are made of it are told of by one place. */
function ownerIn(schemas: Schemas, { owner }: ShapeField): Schema | undefined {
  return owner === null ? undefined : schemas[owner];
}

function labelOf({ label }: Comparison, { owner, name }: ShapeField): string {
  return `${owner ?? label}.${name}`;
}

/** Fields that no name is given for (JSON Schema 2020-12 section 10.3.2.3). */
function compareExtra({ direction, label, before, after, tell, within }: Comparison): void {
  if (isSchema(before.extra) && isSchema(after.extra)) {
    within({ before: before.extra, after: after.extra, label: `${label}.*` });
    return;
  }
  // A request takes any field unless it is said to take none; a response is known to have those that it is said to have.
  const has = (extra: boolean | Schema | undefined) =>
    direction === 'request' ? extra !== false : extra === true || isSchema(extra);
  if (has(before.extra) === has(after.extra)) return;
  const isMore = has(after.extra);
  if (direction === 'request')
    tell(isMore ? 'request-extra-fields-accepted' : 'request-extra-fields-refused');
  else tell(isMore ? 'response-extra-fields-added' : 'response-extra-fields-removed');
}

function isSchema(extra: boolean | Schema | undefined): extra is Schema {
  return typeof extra === 'object';
}
