import type { PageMethod } from '@plumbline/model';
import type { Binding } from '../bind/bind.ts';
import { groupBy } from '../group-by.ts';
import { type DocumentedResource, methodId } from '../resources.ts';
import { inWireNames, snakeNames } from '../snake-names.ts';
import type { MethodPair, ResourcePair, ShownStatement } from './pair.ts';
import { type PairContext, pairParams } from './params.ts';
import { columnsOf } from './response.ts';
import { pairRows } from './rows.ts';

const UNBOUND: Binding = { operation: null, boundBy: 'none', candidate: null };

/**
 * Sets each documented method beside the operation that it is bound to. `known`: the pairs that were made in this
 * context, which still hold where the methods are bound as they were.
 */
export function pairResources(
  resources: readonly DocumentedResource[],
  bindings: ReadonlyMap<PageMethod, Binding>,
  context: PairContext,
  known: WeakMap<DocumentedResource, ResourcePair> = new WeakMap(),
): readonly ResourcePair[] {
  return resources.map((resource) => {
    const earlier = known.get(resource);
    const isBoundSo = earlier?.methods.every(({ method, binding }) =>
      areEqual(binding, bindings.get(method) ?? UNBOUND),
    );
    if (earlier !== undefined && isBoundSo) return earlier;
    const shown = shownStatements(resource);
    const methods = resource.page.methods.map((method) => {
      const binding = bindings.get(method) ?? UNBOUND;
      const { operation } = binding;
      const yaml = context.yaml?.methods.get(methodId(resource, method)) ?? null;
      const { params, body } = pairParams(resource, method, operation, context);
      const rows = pairRows(resource, method, operation, { reader: context.reader, yaml });
      const statements = shown.get(method) ?? [];
      return {
        resource,
        method,
        binding,
        operation,
        params,
        body,
        yaml,
        rows,
        shown: resource.inSnakeCase
          ? inWireNamesOf(statements, { operation, params, body, rows }, context)
          : statements,
      };
    });
    const pair = { resource, methods };
    known.set(resource, pair);
    return pair;
  });
}

/** The statements of a page in snake case with the names that the method's parameters, body fields and columns have. */
function inWireNamesOf(
  statements: readonly ShownStatement[],
  { operation, params, body, rows }: Pick<MethodPair, 'operation' | 'params' | 'body' | 'rows'>,
  { reader }: PairContext,
): readonly ShownStatement[] {
  if (statements.length === 0) return [];
  const columns = operation === null ? [] : columnsOf(operation, reader);
  const toWire = snakeNames([
    ...columns.map(({ name }) => name),
    ...[...params, ...(body?.fields ?? [])].map(({ wireName }) => wireName),
    ...rows.fields.map(({ page, wireName }) => page?.name.value ?? wireName),
  ]);
  return statements.map(({ example, statement }) => ({ example, statement: inWireNames(statement, toWire) }));
}

function areEqual(a: Binding, b: Binding): boolean {
  return (
    a.operation === b.operation &&
    a.boundBy === b.boundBy &&
    a.candidate?.operation === b.candidate?.operation &&
    a.candidate?.score === b.candidate?.score
  );
}

/**
 * Statements by the method that they show: the one that an EXEC names, else that of the example's tab, else the only
 * method of the statement's verb.
 */
function shownStatements({
  id,
  page,
  methods,
}: DocumentedResource): ReadonlyMap<PageMethod, readonly ShownStatement[]> {
  const shown = new Map<PageMethod, ShownStatement[]>();
  const byVerb = groupBy(page.methods, ({ verb }) => verb?.value);
  for (const example of page.examples) {
    for (const statement of example.statements) {
      if (statement.resource.value !== id) continue;
      const ofVerb = byVerb.get(statement.verb) ?? [];
      const name = statement.method ?? example.method;
      const method = name === null ? (ofVerb.length === 1 ? ofVerb[0] : undefined) : methods.get(name.value);
      if (method === undefined) continue;
      const list = shown.get(method);
      if (list === undefined) shown.set(method, [{ example, statement }]);
      else list.push({ example, statement });
    }
  }
  return shown;
}
