import type { EmittedFile } from '@plumbline/model';
import { join, ts } from '@plumbline/render';
import { declare } from '../types/declaration.ts';
import type { InterfaceFields } from '../types/interface-fields.ts';
import type { TypePlan } from '../types/type-plan.ts';
import { render } from './render.ts';
import { collectTypeUses } from './type-uses.ts';

/** The path of the types that a service alone uses; null: of those that several use. */
export function typesPath(service: string | null): string {
  return service === null ? 'components.ts' : `${service}.types.ts`;
}

/** The types of the components that a service alone uses, or several do; null where there are none. */
export function typesFile(
  service: string | null,
  plan: TypePlan,
  interfaceFields: InterfaceFields,
): EmittedFile | null {
  const variants = plan.variants.filter((variant) => variant.service === service);
  if (variants.length === 0) return null;
  const uses = collectTypeUses();
  const declarations = variants.flatMap((variant) =>
    declare(variant, { plan, interfaceFields, onUse: uses.onUse }),
  );
  const imports = service === null ? ts`` : join(uses.shared(), ', ');
  return { path: typesPath(service), content: render('types', { imports, declarations }) };
}
