import type { CatalogueMethod, CatalogueType } from '@plumbline/client-runtime';
import { buildInsert, buildTemplate, print, type Resource, type Slot } from '@plumbline/sql';
import { paramsOf, requiredOf } from '../catalogue/resource-facts.ts';
import { candidatesOf } from '../plan/choose-method.ts';
import type { RunContext } from '../select/context.ts';
import type { Facts } from './facts.ts';

/** An `INSERT` to be filled in for each method that inserts: templates in place of its values, what is required first. */
export async function insertTemplates(
  resource: Resource,
  { directory, hinted }: RunContext,
): Promise<readonly Facts[]> {
  const found = await directory.resource(resource);
  const methods = candidatesOf({ found, at: resource, hinted, verb: 'insert' });
  return methods.map((method) => {
    const name = methods.length === 1 ? found.id : `${found.id}.${method.name}`;
    const columns = slotsOf(method);
    return { method: method.name, statement: print(buildInsert({ resource: name, columns })) };
  });
}

function slotsOf(method: CatalogueMethod): readonly Slot[] {
  const params = paramsOf(method, []);
  const fields = method.body?.fields ?? [];
  const isParam = (name: string): boolean => params.some((param) => param.name === name);
  const required = new Set(requiredOf(method).map(({ name }) => name));
  const slots = [
    ...params.map(({ name, type }) => slotOf(name, type, required.has(name))),
    ...fields.map(({ name, type, required: isRequired = false }) =>
      slotOf(isParam(name) ? `data__${name}` : name, type, isRequired),
    ),
  ];
  return [...slots.filter((slot) => slot.required), ...slots.filter((slot) => !slot.required)];
}

/** Numbers and booleans stand without quotes. */
function slotOf(name: string, type: CatalogueType, required: boolean): Slot {
  const isBare = type === 'integer' || type === 'number' || type === 'boolean';
  return { name, required, value: isBare ? buildTemplate(name) : `{{ ${name} }}` };
}
