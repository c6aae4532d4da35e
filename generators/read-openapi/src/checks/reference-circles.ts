import { childPointer, type Schemas } from '@plumbline/model';
import type { Context } from '../document/context.ts';

/** Reports component schemas that are nothing but references which lead back to themselves: such a schema says nothing. */
export function reportReferenceCircles(schemas: Schemas, report: Context['report']): void {
  const done = new Set<string>();
  for (const start of Object.keys(schemas)) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let name = start;
    let schema = schemas[name];
    while (schema?.kind === 'ref' && !done.has(name) && !places.has(name)) {
      places.set(name, path.length);
      path.push(name);
      name = schema.name;
      schema = schemas[name];
    }
    for (const member of path.slice(places.get(name) ?? path.length)) {
      const circular = schemas[member];
      if (circular?.kind !== 'ref') continue;
      const { file, pointer } = circular.origin;
      report({
        code: 'ref-circular',
        args: { reference: `#/components/schemas/${circular.name}` },
        at: { file, pointer: childPointer(pointer, '$ref') },
        subject: { name: member },
      });
    }
    for (const member of path) done.add(member);
  }
}
