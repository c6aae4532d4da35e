import type { CatalogueMethod, CatalogueParam } from '@plumbline/client-runtime';
import type { DescribeStatement } from '@plumbline/sql';
import type { Found } from '../catalogue/directory.ts';
import { paramsOf } from '../catalogue/resource-facts.ts';
import { candidatesOf } from '../plan/choose-method.ts';
import type { RunContext } from '../select/context.ts';
import type { Selection } from '../select/run-select.ts';
import { type Facts, selectionOf } from './facts.ts';

/** The columns of a resource; `EXTENDED`: what its methods take too. Of a method: what it takes, and what it answers. */
export async function runDescribe(statement: DescribeStatement, context: RunContext): Promise<Selection> {
  const { resource, extended } = statement;
  const { variables } = context.directory.catalogue;
  const found = await context.directory.resource(resource);
  if (found.method !== null) {
    const methods = candidatesOf({ found, at: resource, hinted: [], verb: 'exec' });
    return selectionOf(methods.flatMap((method) => [...inputsOf(method, variables), ...columnsOf(method)]));
  }
  // Method by method, or what all of them answer.
  const isWhole = extended || statement.method;
  const methods = isWhole ? found.resource.methods : selecting(found);
  const columns = distinct(methods.flatMap(columnsOf));
  if (!isWhole) return selectionOf(columns.map(({ name, type }) => ({ name, type })));
  const inputs = distinct(methods.flatMap((method) => inputsOf(method, variables)));
  return selectionOf([...columns, ...inputs].map(({ name, type, use }) => ({ name, type, use })));
}

type Described = Facts & { readonly name: string; readonly type: string; readonly use: string };

/** The methods for rows; all, where there is none. */
function selecting({ resource: { methods } }: Found): readonly CatalogueMethod[] {
  const own = methods.filter(({ verb }) => verb === 'select');
  return own.length > 0 ? own : methods;
}

function columnsOf({ columns }: CatalogueMethod): readonly Described[] {
  return columns.map(({ name, type }) => ({ name, type, use: 'column', isRequired: null }));
}

function inputsOf(method: CatalogueMethod, variables: readonly CatalogueParam[]): readonly Described[] {
  const params = paramsOf(method, variables).map(({ name, type, in: place, required }) => ({
    name,
    type,
    use: `${place} parameter`,
    // Server variables have the client's own value.
    isRequired: required === true && place !== 'server',
  }));
  const fields = (method.body?.fields ?? []).map(({ name, type, required }) => ({
    name,
    type,
    use: 'body',
    isRequired: required === true,
  }));
  return [...params, ...fields];
}

/** The first of each name and use. */
function distinct(rows: readonly Described[]): readonly Described[] {
  const known = new Map<string, Described>();
  for (const row of rows) {
    const key = `${row.use} ${row.name}`;
    if (!known.has(key)) known.set(key, row);
  }
  return [...known.values()];
}
