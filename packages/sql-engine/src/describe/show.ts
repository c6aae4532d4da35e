import type { CatalogueMethod, CatalogueParam } from '@plumbline/client-runtime';
import type { DescribeStatement, Resource, ShowStatement } from '@plumbline/sql';
import { paramsOf, requiredOf } from '../catalogue/resource-facts.ts';
import { expressionValue } from '../mutate/expression-value.ts';
import { candidatesOf } from '../plan/choose-method.ts';
import { Refusal } from '../refusal.ts';
import type { RunContext } from '../select/context.ts';
import type { Selection } from '../select/run-select.ts';
import { toSql } from '../values.ts';

type Cells = { readonly [column: string]: string | boolean | null };

/** Lists what the provider has: nothing is asked of it. */
export async function runShow(statement: ShowStatement, context: RunContext): Promise<Selection> {
  const { like, where } = statement;
  const [condition] = where;
  if (condition !== undefined) {
    throw new Refusal('not-supported', {
      message: 'SHOW takes no WHERE.',
      hint: 'SHOW … LIKE narrows by name.',
      at: condition,
    });
  }
  const rows = await shown(statement, context);
  if (like === null) return selectionOf(rows);
  const pattern = toSql(expressionValue(like, context));
  const isLike = (name: unknown): boolean =>
    context.store.query('SELECT ?1 LIKE ?2', [String(name), pattern]).all()[0]?.[0] === 1;
  return selectionOf(rows.filter(({ name }) => isLike(name)));
}

async function shown(
  { what, scope, extended, ...at }: ShowStatement,
  context: RunContext,
): Promise<readonly Cells[]> {
  const { catalogue, service } = context.directory;
  const { provider, services, variables } = catalogue;
  switch (what) {
    case 'PROVIDERS':
      return [{ name: provider }];
    case 'SERVICES':
      return services.map((one) => ({ name: one.name, id: `${provider}.${one.name}` }));
    case 'RESOURCES': {
      const name = scopeOf(scope, 1, context);
      if (name === null || name === undefined) {
        throw new Refusal('syntax', {
          message: 'SHOW RESOURCES needs the name of a service.',
          hint: `SHOW RESOURCES IN ${provider}.${services[0]?.name ?? 'service'}; SHOW SERVICES lists them.`,
          at,
        });
      }
      const home = service(name, scope ?? unnamed(at));
      return home.resources.map((name) => ({ name, id: `${provider}.${home.name}.${name}` }));
    }
    case 'METHODS': {
      const { resource } = await context.directory.resource(scope ?? unnamed(at));
      return resource.methods.map((method) => ({
        name: method.name,
        sqlVerb: method.verb.toUpperCase(),
        requiredParams: requiredOf(method)
          .map((param) => param.name)
          .join(', '),
        ...(extended
          ? {
              optionalParams: optionalOf(method, variables).join(', '),
              operation: method.operation,
              isDeprecated: method.isDeprecated ?? false,
            }
          : {}),
      }));
    }
    default:
      throw new Refusal('not-supported', {
        message: `SHOW ${what} is not for an API.`,
        hint: 'SHOW SERVICES, SHOW RESOURCES IN a service, SHOW METHODS IN a resource.',
        at,
      });
  }
}

/** The columns of a resource, or what a method takes and answers. */
export async function runDescribe(statement: DescribeStatement, context: RunContext): Promise<Selection> {
  const { resource, extended, method: isMethod } = statement;
  const { variables } = context.directory.catalogue;
  const found = await context.directory.resource(resource);
  const verbs = [...new Set(found.resource.methods.map(({ verb }) => verb))];
  const methods =
    found.method !== null || isMethod
      ? candidatesOf({ found, at: resource, hinted: [], verb: 'exec' })
      : extended || !verbs.includes('select')
        ? found.resource.methods
        : found.resource.methods.filter(({ verb }) => verb === 'select');
  const rows = new Map<string, Cells>();
  const add = (cells: Cells & { readonly name: string; readonly use: string }): void => {
    const key = `${cells.use} ${cells.name}`;
    if (!rows.has(key)) rows.set(key, cells);
  };
  for (const method of methods) {
    for (const { name, type } of method.columns) add({ name, type, use: 'column' });
  }
  if (extended || found.method !== null || isMethod) {
    for (const method of methods) {
      for (const param of paramsOf(method, variables)) {
        add({ name: param.name, type: param.type, use: `${param.in} parameter` });
      }
      for (const { name, type } of method.body?.fields ?? []) add({ name, type, use: 'body' });
    }
    return selectionOf([...rows.values()]);
  }
  return selectionOf(
    [...rows.values()].map(({ name, type }) => ({ name: name ?? null, type: type ?? null })),
  );
}

function optionalOf(method: CatalogueMethod, variables: readonly CatalogueParam[]): readonly string[] {
  return paramsOf(method, variables).flatMap((param) => (param.required ? [] : param.name));
}

/** The part of a scope at a place behind the provider, which may be left out. */
function scopeOf(scope: Resource | null, place: number, { directory }: RunContext): string | undefined {
  const parts = (scope?.parts ?? []).map(({ name }) => name);
  const isNamed =
    parts[0]?.toLowerCase() === directory.catalogue.provider.toLowerCase() && parts.length > place;
  return parts[isNamed ? place : place - 1];
}

function unnamed({ start, end }: { readonly start: number; readonly end: number }): Resource {
  return { kind: 'resource', parts: [], name: '', start, end };
}

/** A result that is known already. */
export function selectionOf(rows: readonly Cells[]): Selection {
  const names = Object.keys(rows[0] ?? { name: null });
  return {
    columns: names.map((name) => ({ name, type: 'any' as const })),
    batches: (async function* () {
      yield rows.map((row) => names.map((name) => row[name]));
    })(),
  };
}
