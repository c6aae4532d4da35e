import type { Operation } from '@plumbline/model';
import type { Context } from '../document/context.ts';

/** The names between braces in a path (OpenAPI 3.1 section 4.8.2). */
function templateNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

/**
 * Reports variables of the path that no parameter fills, and path parameters that the path has no room for. Of two that
 * differ in case and punctuation alone, one finding tells.
 */
export function reportPathTemplate(context: Context, operation: Operation): void {
  const variables = new Set(templateNames(operation.path));
  const unused = operation.parameters.filter(
    ({ name, in: place }) => place === 'path' && !variables.delete(name),
  );
  for (const name of variables) {
    const twin = unused.findIndex((parameter) => bare(parameter.name) === bare(name));
    const [similar] = twin < 0 ? [] : unused.splice(twin, 1);
    context.report({
      code: 'path-param-undeclared',
      args: { name, operation: operation.key, similar: similar?.name ?? null },
      at: operation.origin,
      subject: { operation: operation.key, name, in: 'path', required: true },
      related: similar === undefined ? [] : [{ message: 'It is declared here.', place: similar.origin }],
    });
  }
  for (const { name, origin } of unused) {
    context.report({
      code: 'path-param-unused',
      args: { name, path: operation.path },
      at: origin,
      subject: { operation: operation.key, name, in: 'path' },
    });
  }
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
