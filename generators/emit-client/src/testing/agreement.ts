import {
  byCodeUnit,
  type JsonObject,
  type JsonValue,
  member,
  type ProviderModel,
  pointerTokens,
  type Schema,
  type Schemas,
} from '@plumbline/model';
import { boundResources } from '../methods/bound-resource.ts';
import { innerSchemas } from '../types/inner-schemas.ts';
import { referencesIn } from '../types/references.ts';
import { hasHidden } from '../types/side.ts';
import { planSchemas, planTypes } from '../types/type-plan.ts';

/** A type of ours whose counterpart must agree with it. */
export interface ComparedType {
  readonly component: string;
  readonly name: string;
  readonly file: string;
}

/**
 * The types of answers that openapi-typescript can express: it has no sides, tells alternatives by a discriminator of
 * its own, and does not know what an `allOf` part requires or says of another.
 */
export function comparableTypes(model: ProviderModel): readonly ComparedType[] {
  const { schemas } = model;
  const differing = new Set(Object.keys(schemas).filter((name) => differs(schemas[name], model)));
  const plan = planTypes(boundResources(model), planSchemas(schemas));
  return plan.variants
    .filter(({ component, side }) => side === 'response' && !reaches(component, differing, schemas))
    .map(({ component, name, service }) => ({
      component,
      name,
      file: service === null ? 'components.ts' : `${service}.types.ts`,
    }));
}

function differs(schema: Schema | undefined, model: ProviderModel): boolean {
  if (schema === undefined) return true;
  const { schemas, document } = model;
  // What stands beside a reference is nothing to openapi-typescript, and a schema without a type is anything.
  if (schema.kind === 'ref') return schema.nullable === true;
  if (schema.kind === 'array' && typeAt(document, schema.origin.pointer) === undefined) return true;
  if (hasHidden(schema, schemas) || 'discriminator' in schema) return true;
  if (schema.kind === 'object') {
    const { properties, additionalProperties, requiredElsewhere } = schema;
    const isMixed = properties.length > 0 && additionalProperties !== undefined;
    if (isMixed || requiredElsewhere !== undefined) return true;
    if (properties.some((property) => property.undeclared || differs(property.schema, model))) return true;
  }
  if (schema.kind === 'allOf') {
    const isPlain = (part: Schema): boolean =>
      part.kind === 'ref' || (part.kind === 'object' && part.properties.length > 0);
    if (!schema.parts.every(isPlain)) return true;
  }
  return innerSchemas(schema).some((inner) => differs(inner, model));
}

function typeAt(document: JsonValue, pointer: string): JsonValue | undefined {
  const value = pointerTokens(pointer).reduce<unknown>(
    (node, token) => (typeof node === 'object' && node !== null ? (node as JsonObject)[token] : undefined),
    document,
  );
  return member(value, 'type');
}

function reaches(component: string, targets: ReadonlySet<string>, schemas: Schemas): boolean {
  const referencesOf = referencesIn(schemas);
  const seen = new Set([component]);
  for (const name of seen) {
    if (targets.has(name)) return true;
    const schema = schemas[name];
    for (const next of schema === undefined ? [] : referencesOf(schema, 'response')) seen.add(next);
  }
  return false;
}

/** A module that compiles where each type can be assigned to its counterpart, and the other way round. */
export function agreement(types: readonly ComparedType[]): string {
  const files = [...new Set(types.map(({ file }) => file))].sort(byCodeUnit);
  const imports = files.map((file) => {
    const names = types.filter((one) => one.file === file).map(({ name }) => name);
    return `import type { ${names.join(', ')} } from './generated/${file}';`;
  });
  const checks = types.flatMap(({ component, name }) => {
    const theirs = `components['schemas'][${JSON.stringify(component)}]`;
    return [
      `export type A_${name} = To<${name}, ${theirs}>;`,
      `export type B_${name} = To<${theirs}, ${name}>;`,
    ];
  });
  return [
    "import type { components } from './theirs.ts';",
    ...imports,
    'type To<A extends B, B> = [A, B];',
    ...checks,
    '',
  ].join('\n');
}
