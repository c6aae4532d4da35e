import {
  camelName,
  type JsonValue,
  type Param,
  type Resource,
  resolveSchema,
  type Schema,
  type Service,
} from '@plumbline/model';
import { type Encoded, join, ts, tsIdentifier, tsKey, tsMember } from '@plumbline/render';
import { type BoundBody, type BoundMethod, isFile } from '../methods/bound-method.ts';
import { isHidden } from '../types/side.ts';
import type { TypePlan } from '../types/type-plan.ts';
import { type ExampleContext, exampleValue } from './example-value.ts';
import { lines, printValue } from './print-value.ts';
import { scalarExample } from './scalar-example.ts';

type Ts = Encoded<'ts'>;

export interface ExampleOptions {
  readonly model: { readonly provider: string };
  readonly service: Service;
  readonly resource: Resource;
  readonly plan: TypePlan;
}

/** The variable that holds a provider's client in examples: `okta`. */
export function clientVariable(provider: string): Ts {
  return tsIdentifier(camelName(provider));
}

/**
 * A call of a method with what it needs, which type-checks where the client's variable is the client. Null where no
 * value can be found for something that it needs.
 */
export function methodExample(bound: BoundMethod, options: ExampleOptions): Ts | null {
  const { model, service, resource } = options;
  const given = exampleArguments(bound, options.plan);
  if (given === null) return null;
  const path = [service.clientName, resource.clientName, bound.method.clientName].map(tsMember);
  const call = ts`${clientVariable(model.provider)}${join(path, '')}(${given})`;
  const { answer, paging } = bound;
  const isStream = answer.kind === 'lines' || answer.kind === 'events';
  if (paging !== null || isStream) {
    const from = isStream ? ts`await ${call}` : call;
    return ts`for await (const item of ${from}) {\n  console.log(item);\n}`;
  }
  return answer.kind === null ? ts`await ${call};` : ts`const data = await ${call};`;
}

const LINE = 90;

/** The parameter object with what is required, and the body; empty where nothing is. */
function exampleArguments({ params, body }: BoundMethod, plan: TypePlan): Ts | null {
  const needed = params.filter(({ param }) => param.required);
  const members = needed.map(({ param }) => {
    const value = paramExample(param, plan);
    return value === undefined ? null : ts`${tsKey(param.key)}: ${printValue(value, '  ')}`;
  });
  const content = body === null ? null : bodyExample(body, plan);
  if (body?.required === true && content === null) return null;
  const all = [...members, ...(content === null ? [] : [ts`body: ${content}`])];
  const printed = all.flatMap((member) => member ?? []);
  if (printed.length < all.length) return null;
  if (printed.length === 0) return ts``;
  const line = ts`{ ${join(printed, ', ')} }`;
  return line.includes('\n') || line.length > LINE ? lines('{', printed, '}', '') : line;
}

/** As its type has it: the schema's, or the page's where only that knows the parameter. */
function paramExample(param: Param, plan: TypePlan): JsonValue | undefined {
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

/** Of a body, with two members that need not be there. */
function contextOf(plan: TypePlan): ExampleContext {
  return {
    plan,
    side: 'request',
    name: 'body',
    declares: null,
    inside: [],
    optional: 2,
    budget: { left: 300 },
  };
}

function bodyExample({ kind, schema, parts }: BoundBody, plan: TypePlan): Ts | null {
  const context = contextOf(plan);
  switch (kind) {
    case 'json':
    case 'form': {
      const value = schema === null ? {} : exampleValue(schema, context);
      return value === undefined ? null : printValue(value, '  ');
    }
    case 'multipart': {
      const members = parts.flatMap(({ name, required, schema: part }) => {
        if (!required && !isFile(part, plan.schemas)) return [];
        if (isHidden(part, 'request', plan.schemas)) return [];
        if (isFile(part, plan.schemas)) return ts`${tsKey(name)}: ${fileExample(part, plan)}`;
        const value = exampleValue(part, { ...context, name, optional: 0 });
        return value === undefined ? [] : ts`${tsKey(name)}: ${printValue(value, '    ')}`;
      });
      return members.length === 0 ? ts`new FormData()` : ts`{ ${join(members, ', ')} }`;
    }
    case 'text':
      return ts`'…'`;
    case 'binary':
      return ts`new Blob(['…'])`;
  }
}

function fileExample(schema: Schema, { schemas }: TypePlan): Ts {
  const file = ts`new Blob(['…'])`;
  return resolveSchema(schema, schemas).kind === 'array' ? ts`[${file}]` : file;
}
