import type { CatalogueMethod, CatalogueParam } from '@plumbline/client-runtime';
import type { Resource, ShowStatement } from '@plumbline/sql';
import { paramsOf, requiredOf } from '../catalogue/resource-facts.ts';
import { expressionValue } from '../mutate/expression-value.ts';
import { Refusal } from '../refusal.ts';
import type { RunContext } from '../select/context.ts';
import type { Selection } from '../select/run-select.ts';
import { toSql } from '../values.ts';
import { type Facts, narrowed, selectionOf } from './facts.ts';
import { insertTemplates } from './insert-template.ts';

/** Lists what the provider has: nothing is asked of it. */
export async function runShow(statement: ShowStatement, context: RunContext): Promise<Selection> {
  const { like, where } = statement;
  const rows = await narrowed(await shown(statement, context), where, context);
  if (like === null) return selectionOf(rows);
  const pattern = toSql(expressionValue(like, context));
  const isLike = (name: unknown): boolean =>
    context.store.query('SELECT ?1 LIKE ?2', [String(name), pattern]).all()[0]?.[0] === 1;
  return selectionOf(rows.filter(({ name }) => isLike(name)));
}

async function shown(
  { what, scope, extended, ...at }: ShowStatement,
  context: RunContext,
): Promise<readonly Facts[]> {
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
      const isProvider = scope?.parts.length === 1 && name.toLowerCase() === provider.toLowerCase();
      const own = services.filter((one) => one.name.toLowerCase() === name.toLowerCase());
      const homes = isProvider && own.length === 0 ? services : [service(name, scope ?? unnamed(at))];
      return homes.flatMap((home) =>
        home.resources.map((one) => ({ name: one, id: `${provider}.${home.name}.${one}` })),
      );
    }
    case 'METHODS': {
      if (scope === null) {
        throw new Refusal('syntax', {
          message: 'SHOW METHODS needs the name of a resource.',
          hint: `SHOW METHODS IN ${provider}.service.resource; SHOW RESOURCES IN ${provider} lists them.`,
          at,
        });
      }
      const { resource } = await context.directory.resource(scope);
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
    case 'INSERT INTO':
      return insertTemplates(scope ?? unnamed(at), context);
    default:
      throw new Refusal('not-supported', {
        message: `SHOW ${what} is not for an API.`,
        hint: 'SHOW SERVICES, SHOW RESOURCES IN a service, SHOW METHODS IN a resource.',
        at,
      });
  }
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
