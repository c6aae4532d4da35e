import {
  DIALECTS,
  type DraftDiagnostic,
  diagnose,
  type PageParameter,
  type Schema,
  type SpecOrigin,
  type Subject,
} from '@plumbline/model';
import type { ResourcePair } from '../pair/pair.ts';
import { says } from '../prose.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { compareDeprecation } from './deprecation.ts';
import { compareDescription } from './description.ts';
import { compareFacts } from './facts.ts';
import { methodSubject } from './subject.ts';

/** What one method that lists a row's name says of it. */
interface RowUse {
  readonly schema: Schema;
  readonly origin: SpecOrigin;
  readonly isDeprecated: boolean;
  readonly description: string;
  readonly subject: Subject;
}

/** The rows of the Parameters table: each is compared once, with what all the methods that list it need. */
export function compareParamRows(
  { resource, methods }: ResourcePair,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const { page } = resource;
  const abilities = DIALECTS[page.dialect];
  if (!abilities.parametersTable) return [];
  const uses = usesByRow(methods, reader);
  return page.parameters.flatMap((row) => {
    const sides = uses.get(row) ?? [];
    const [first] = sides;
    if (first === undefined) return [];
    const name = row.name.value;
    // The text of a parameter is its own; what its schema says of itself stands in where it has none.
    const specs = sides.map(({ schema, origin, description }) => ({
      facts: { ...reader.facts(schema), description },
      origin,
    }));
    // A row that one method needs is about that method; one that several share is about the page.
    const subject =
      sides.length === 1 ? first.subject : { resource: resource.id, name, ...placeOf(first.subject) };
    return [
      ...compareFacts({
        thing: 'param',
        name,
        row,
        sides: specs,
        hasFormats: abilities.formats,
        subject,
      }),
      ...compareDeprecation({
        what: 'parameter',
        name,
        description: row.description?.value ?? null,
        flags: row.notes.flags,
        at: row.name.source,
        sides,
        subject,
      }),
      ...compareDescription({ thing: 'param', name: row.name, row, sides: specs, subject }),
      ...othersText(row, sides, subject),
    ];
  });
}

/** The row has the text that the spec gives one of the methods, and says nothing of what it gives another. */
function othersText(
  { name, description }: PageParameter,
  sides: readonly RowUse[],
  subject: Subject,
): readonly DraftDiagnostic[] {
  const text = description?.value ?? '';
  if (text === '' || sides.length < 2) return [];
  const owner = sides.find((side) => says(side.description, text));
  const others = owner === undefined ? [] : sides.filter((side) => !isToldBy(side, text));
  const [first] = others;
  if (owner === undefined || first === undefined) return [];
  const operations = { operation: first.subject.operation ?? '', other: owner.subject.operation ?? '' };
  return [
    diagnose({
      code: 'param-row-of-other-method',
      args: { name: name.value, ...operations },
      at: name.source,
      subject,
      related: others.map(({ origin }) => ({ message: 'the spec says otherwise here', place: origin })),
    }),
  ];
}

function isToldBy({ description }: RowUse, text: string): boolean {
  return says(text, description) || says(description, text);
}

function usesByRow(
  methods: ResourcePair['methods'],
  reader: SchemaReader,
): ReadonlyMap<PageParameter, readonly RowUse[]> {
  const uses = new Map<PageParameter, RowUse[]>();
  const add = (row: PageParameter, use: RowUse): void => {
    const list = uses.get(row);
    if (list === undefined) uses.set(row, [use]);
    else list.push(use);
  };
  for (const pair of methods) {
    for (const { row, listing, spec } of pair.params) {
      if (row === null || listing === null || spec === null) continue;
      const { name, in: place, required, schema, origin } = spec;
      const facts = reader.facts(schema);
      const subject = { ...methodSubject(pair), name, in: place, required };
      const isDeprecated = spec.deprecated || facts.deprecated === true;
      const description = spec.description || (facts.description ?? '');
      add(row, { schema, origin, isDeprecated, description, subject });
    }
    for (const { row, listing, spec } of pair.body?.fields ?? []) {
      if (row === null || listing === null) continue;
      const { name, required, schema } = spec;
      const subject = { ...methodSubject(pair), name, in: 'body', required } as const;
      const { deprecated, description = '' } = reader.facts(schema);
      add(row, { schema, origin: schema.origin, isDeprecated: deprecated === true, description, subject });
    }
  }
  return uses;
}

function placeOf({ in: place, required }: Subject): Pick<Subject, 'in' | 'required'> {
  return { ...(place === undefined ? {} : { in: place }), ...(required === undefined ? {} : { required }) };
}
