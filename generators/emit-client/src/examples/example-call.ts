import { type JsonValue, type Param, resolveSchema } from '@plumbline/model';
import { type BoundBody, type BoundMethod, type BoundParam, isFile } from '../methods/bound-method.ts';
import { isHidden } from '../types/side.ts';
import type { SchemaPlan } from '../types/type-plan.ts';
import { type ExampleContext, exampleValue } from './example-value.ts';
import { scalarExample } from './scalar-example.ts';

/** The values that a method needs, and its body. */
export interface ExampleCall {
  readonly params: readonly (BoundParam & { readonly value: JsonValue })[];
  readonly body: ExampleBody | null;
}

export type ExampleBody =
  | { readonly kind: 'json' | 'form'; readonly value: JsonValue }
  | { readonly kind: 'multipart'; readonly parts: readonly ExamplePart[] }
  | { readonly kind: 'text' | 'binary' };

/** A part of a form: a value, a file, or a list of one file. */
export type ExamplePart =
  | { readonly name: string; readonly value: JsonValue }
  | { readonly name: string; readonly isList: boolean };

/** What is required, and the body; null where no value can be found for something that is needed. */
export function exampleCall({ params, body }: BoundMethod, plan: SchemaPlan): ExampleCall | null {
  const given = params
    .filter(({ param }) => param.required)
    .map((bound) => ({ ...bound, value: paramExample(bound.param, plan) }));
  const content = body === null ? null : bodyExample(body, plan);
  if (body?.required === true && content === null) return null;
  const known = given.flatMap(({ value, ...bound }) => (value === undefined ? [] : [{ ...bound, value }]));
  return known.length < given.length ? null : { params: known, body: content };
}

/** As its type has it: the schema's, or the page's where only that knows the parameter. */
export function paramExample(param: Param, plan: SchemaPlan): JsonValue | undefined {
  const { schema, name, type, enum: values, examples = [] } = param;
  if (schema !== null) {
    const own = examples.length === 0 ? schema : { ...schema, examples };
    return exampleValue(own, { ...contextOf(plan), name, optional: 0 });
  }
  if (values !== undefined) return values.find((value) => value !== null);
  switch (type) {
    case 'string':
    case 'boolean':
    case 'number':
    case 'integer':
      return scalarExample(type, param, name);
    case 'array':
      return [scalarExample('string', {}, name)];
    default:
      return {};
  }
}

/** Of a body, with some members that need not be there where few must. */
function contextOf(plan: SchemaPlan): ExampleContext {
  return {
    plan,
    side: 'request',
    name: 'body',
    declares: null,
    inside: [],
    optional: 4,
    budget: { left: 300 },
  };
}

function bodyExample({ kind, schema, parts }: BoundBody, plan: SchemaPlan): ExampleBody | null {
  const context = contextOf(plan);
  switch (kind) {
    case 'json':
    case 'form': {
      const value = schema === null ? {} : exampleValue(schema, context);
      return value === undefined ? null : { kind, value };
    }
    case 'multipart': {
      const shown = parts.flatMap(({ name, required, schema: part }): ExamplePart[] => {
        const isFilePart = isFile(part, plan.schemas);
        if ((!required && !isFilePart) || isHidden(part, 'request', plan.schemas)) return [];
        if (isFilePart) return [{ name, isList: resolveSchema(part, plan.schemas).kind === 'array' }];
        const value = exampleValue(part, { ...context, name, optional: 0 });
        return value === undefined ? [] : [{ name, value }];
      });
      return { kind, parts: shown };
    }
    case 'text':
    case 'binary':
      return { kind };
  }
}
