import {
  type DraftDiagnostic,
  diagnose,
  type Method,
  type Param,
  type Place,
  type ProviderSettings,
  parseCellNotes,
  withLinkBase,
} from '@plumbline/model';
import { isMarkedDeprecated } from '../compare/deprecation.ts';
import { methodSubject } from '../compare/subject.ts';
import type { MethodPair, ResourcePair } from '../pair/pair.ts';
import { chooseProse } from '../prose.ts';
import { methodId } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { decideBody, decideFields } from './fields.ts';
import { emittedNames } from './names.ts';
import { decidePagination } from './pagination.ts';
import { decideParams, type RowTexts, rowTexts } from './params.ts';

export interface DecideContext {
  readonly reader: SchemaReader;
  readonly settings: ProviderSettings;
  /** The resources are made up of the spec: no page stands behind them. */
  readonly isInferred: boolean;
  /** Where the spec's links lead from. */
  readonly linkBase?: string | undefined;
  /** What was decided of pairs before, in the same context. */
  readonly known?: WeakMap<ResourcePair, DecidedMethods>;
}

export interface DecidedMethods {
  readonly methods: readonly Method[];
  readonly diagnostics: readonly DraftDiagnostic[];
}

/** The methods of a resource, in the page's order. */
export function decideMethods(pairs: readonly MethodPair[], context: DecideContext): DecidedMethods {
  const named = pairs.map((pair) => ({
    name: context.settings.rename[methodId(pair.resource, pair.method)] ?? pair.method.name.value,
    at: placeOf(pair, context),
    subject: methodSubject(pair),
  }));
  const { names, diagnostics } = emittedNames('method', named);
  const texts = rowTexts(pairs, context.reader);
  const methods = pairs.map((pair, i) => ({
    name: named[i]?.name ?? '',
    clientName: names[i]?.clientName ?? '',
    ...decideMethod(pair, context, texts),
  }));
  const keys = pairs.flatMap((pair, i) => movedKeys(pair, methods[i]?.params ?? []));
  return { methods, diagnostics: [...diagnostics, ...keys] };
}

function decideMethod(
  pair: MethodPair,
  { reader, settings, isInferred, linkBase }: DecideContext,
  texts: RowTexts,
): Omit<Method, 'name' | 'clientName'> {
  const { method, operation, binding, rows, yaml, shown } = pair;
  const body = decideBody(pair, reader);
  const statements = [...new Set(shown.map(({ example }) => example.text.value))];
  const page = method.description?.value ?? '';
  const spec = operation === null ? '' : operation.description || operation.summary;
  return {
    // A method whose verb could not be read is still reached by its name.
    sqlVerb: method.verb?.value ?? 'exec',
    operation: operation?.key ?? null,
    boundBy: binding.boundBy,
    description: withLinkBase(chooseProse(withoutMark(page), spec), linkBase),
    deprecated: operation?.deprecated ?? isMarkedDeprecated(page, []),
    params: addressed(decideParams(pair, reader, settings, texts), linkBase),
    body: body && {
      ...body,
      description: withLinkBase(body.description, linkBase),
      fields: addressed(body.fields, linkBase),
    },
    fields: addressed(decideFields(pair, reader), linkBase),
    pagination:
      operation === null
        ? null
        : decidePagination({ operation, shape: rows.shape, yaml }, settings.client, reader),
    ...(statements.length > 0 && { statements }),
    origins: { page: isInferred ? null : method.source, spec: operation?.origin ?? null },
  };
}

function addressed<T extends { readonly description: string }>(
  values: readonly T[],
  base: string | undefined,
): readonly T[] {
  if (base === undefined) return values;
  return values.map((value) => {
    const description = withLinkBase(value.description, base);
    return description === value.description ? value : { ...value, description };
  });
}

/** The text of a method without the `(deprecated)` at its end, which is a fact of its own. */
function withoutMark(page: string): string {
  const { prose, notes } = parseCellNotes(page);
  return notes.flags.includes('deprecated') ? prose : page;
}

/** Where a method is named: on its page, else where its operation is. */
export function placeOf({ method, operation }: MethodPair, { isInferred }: DecideContext): Place {
  return isInferred && operation !== null ? operation.origin : method.name.source;
}

/** Parameters that another one, or the body, keeps from their own key. */
function movedKeys(pair: MethodPair, params: readonly Param[]): readonly DraftDiagnostic[] {
  return params.flatMap(({ key, wireName, in: place, origins }) =>
    key === wireName
      ? []
      : [
          diagnose({
            code: 'name-collision',
            args: { what: 'parameter', name: wireName, taken: wireName, given: key },
            at: origins.spec ?? origins.page ?? pair.method.name.source,
            subject: { ...methodSubject(pair), name: wireName, ...(place === null ? {} : { in: place }) },
          }),
        ],
  );
}
