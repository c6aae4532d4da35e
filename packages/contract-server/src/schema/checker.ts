import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiDocument } from '../document/document.ts';
import { childPointer, valueAt } from '../document/pointer.ts';
import { type JsonObject, type JsonValue, list, member } from '../json.ts';
import { type Conversion, convertSchema, type Purpose } from './convert.ts';
import { descendantsOf, type Switch, switchOfBase, switchOfVariants } from './discriminator.ts';
import { patternMatcher } from './pattern.ts';
import type { Fault } from './problem.ts';
import { nearestBranch } from './variants.ts';

/** Tells what is wrong about a value; nothing: it is valid. */
export type Check = (value: unknown) => readonly Fault[];

export interface CheckerOptions {
  readonly document: ApiDocument;
  readonly purpose: Purpose;
  readonly readOnly: 'ignore' | 'refuse';
  /** Whether all faults of a value are told, or the first: with all of them a hostile value costs its length in memory. */
  readonly all: boolean;
}

/** No list of faults is longer: nobody reads on, and joining longer ones takes the square of their number. */
const MAX_FAULTS = 100;

/**
 * Checks values against schemas of the document, by Ajv. Nothing is compiled before a value reaches it: each `$ref`,
 * variant and discriminator is a step that looks its schema up when it is taken.
 */
export function createChecker(options: CheckerOptions): (schema: JsonValue | undefined) => Check {
  const { document } = options;
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    addUsedSchema: false,
    allErrors: options.all,
    ownProperties: true,
    logger: false,
    code: { regExp: Object.assign(patternMatcher, { code: 'patternMatcher' }) },
  });
  addFormats.default(ajv);
  let found = 0;

  const compiled = (schema: JsonValue): Check => {
    let validate: ValidateFunction | null = null;
    return (value) => {
      if (found > MAX_FAULTS) return [];
      validate ??= ajv.compile(schema as JsonObject | boolean);
      if (validate(value)) return [];
      const faults = faultsOf(validate.errors ?? []);
      found += faults.length;
      return faults;
    };
  };
  const byId = new Map<string, Check>();
  /** `!` before the pointer: without what its discriminator decides, as a part of its variants. */
  const referenced = (id: string): Check => {
    const known = byId.get(id);
    if (known !== undefined) return known;
    const pointer = id.replace(/^!/, '');
    const target = valueAt(document.root, pointer);
    const converted = convertSchema(target, { ...conversionIn(pointer), isPart: id.startsWith('!') });
    const check = compiled(converted);
    byId.set(id, check);
    return check;
  };
  const families = new Map<string, ReadonlySet<string>>();
  const familyOf = (base: string): ReadonlySet<string> => {
    const known = families.get(base);
    if (known !== undefined) return known;
    const decision = switchOfBase(valueAt(document.root, base) ?? null);
    const family = decision === null ? new Set<string>() : descendantsOf(base, decision, document);
    families.set(base, family);
    return family;
  };
  const conversionIn = (within: string): Conversion => ({
    document,
    purpose: options.purpose,
    readOnly: options.readOnly,
    reference: (pointer: string): JsonObject => ({
      'x-ref': familyOf(pointer).has(within) ? `!${pointer}` : pointer,
    }),
    variants: (schema, convert, isPart) => variantKeywords(schema, convert, isPart, document),
    native: () => native,
  });
  /** What `unevaluatedProperties` asks of the schemas beside it, Ajv alone can see: by its own references. */
  const native: Conversion = {
    document,
    purpose: options.purpose,
    readOnly: options.readOnly,
    reference: (pointer) => {
      const id = `component:${encodeURIComponent(pointer)}`;
      if (!registered.has(id)) {
        registered.add(id);
        ajv.addSchema(convertSchema(valueAt(document.root, pointer), native) as JsonObject | boolean, id);
      }
      return { $ref: id };
    },
    variants: (schema, convert) => {
      const given = (['oneOf', 'anyOf'] as const).map(
        (keyword) => [keyword, list(member(schema, keyword))] as const,
      );
      return Object.fromEntries(
        given
          .filter(([, parts]) => parts.length > 0)
          .map(([keyword, parts]) => [keyword, parts.map(convert)]),
      );
    },
  };
  const registered = new Set<string>();

  const step = (keyword: string, compile: (schema: JsonValue) => Check) =>
    ajv.addKeyword({
      keyword,
      errors: 'full',
      compile(schema: JsonValue) {
        const check = compile(schema);
        const validate = Object.assign(
          (data: unknown, context?: { readonly instancePath: string }): boolean => {
            const faults = check(data);
            validate.errors = faults.map((fault) => asError(fault, context?.instancePath ?? ''));
            return faults.length === 0;
          },
          { errors: [] as Partial<ErrorObject>[] },
        );
        return validate;
      },
    });
  step('x-ref', (id) => referenced(String(id)));
  step('x-absent', (access) => () => [
    { pointer: '', keyword: String(access), message: `is ${access}, so it must not be here` },
  ]);
  step('x-nullable', (schema) => {
    const check = compiled(schema);
    return (value) => (value === null ? [] : check(value));
  });
  for (const keyword of ['oneOf', 'anyOf'] as const)
    step(`x-${keyword}`, (branches) => {
      const checks = list(branches).map(compiled);
      return (value) => {
        const before = found;
        const results = checks.map((check) => check(value));
        found = before;
        return nearestBranch(results);
      };
    });
  step('x-switch', (decision) => {
    const property = String(member(decision, 'property'));
    const isClosed = member(decision, 'closed') === true;
    const cases = member(decision, 'cases');
    return (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return isClosed ? [{ pointer: '', keyword: 'type', message: 'must be object' }] : [];
      const chosen = member(value, property);
      const target = typeof chosen === 'string' ? member(cases, chosen) : undefined;
      if (typeof target === 'string') return referenced(target)(value);
      if (!isClosed) return [];
      const pointer = childPointer('', property);
      return chosen === undefined
        ? [{ pointer, keyword: 'required', message: 'is missing, and required' }]
        : [
            {
              pointer,
              keyword: 'discriminator',
              message: `must be one of ${Object.keys(cases ?? {}).join(', ')}`,
            },
          ];
    };
  });

  const bySchema = new WeakMap<object, Check>();
  return (schema) => {
    if (typeof schema !== 'object' || schema === null) return () => [];
    const known = bySchema.get(schema);
    if (known !== undefined) return known;
    const inner = compiled(convertSchema(schema, conversionIn('')));
    const check: Check = (value) => {
      found = 0;
      return inner(value);
    };
    bySchema.set(schema, check);
    return check;
  };
}

/** `oneOf`, `anyOf` and discriminators as the steps that are taken for them. */
function variantKeywords(
  schema: JsonObject,
  convert: (part: JsonValue) => JsonValue,
  isPart: boolean,
  document: ApiDocument,
): JsonObject {
  const keywords: Record<string, JsonValue> = {};
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const parts = list(member(schema, keyword));
    if (parts.length === 0) continue;
    const decision = switchOfVariants(schema, keyword, document);
    if (decision === null) keywords[`x-${keyword}`] = parts.map(convert);
    else keywords['x-switch'] = switchValue(decision, true);
  }
  const ofBase = isPart ? null : switchOfBase(schema);
  if (ofBase !== null) keywords['x-switch'] = switchValue(ofBase, false);
  return keywords;
}

function switchValue({ property, cases }: Switch, closed: boolean): JsonObject {
  return { property, closed, cases: Object.fromEntries(cases) };
}

/** Marks what a step found: it is a fault already. */
const TOLD = Object.freeze({});

function asError({ pointer, keyword, message }: Fault, within: string): Partial<ErrorObject> {
  return { instancePath: within + pointer, keyword, message, params: TOLD, schemaPath: '' };
}

function faultsOf(errors: readonly ErrorObject[]): readonly Fault[] {
  const faults = errors.flatMap((error): readonly Fault[] =>
    // What failed within is told by itself.
    error.keyword === 'if' || error.keyword === 'propertyNames' ? [] : [faultOf(error)],
  );
  return faults.slice(0, MAX_FAULTS);
}

function faultOf({ instancePath, keyword, message, params, propertyName }: ErrorObject): Fault {
  if (params === TOLD) return { pointer: instancePath, keyword, message: message ?? '' };
  const named: unknown =
    params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty ?? propertyName;
  return {
    pointer: typeof named === 'string' ? childPointer(instancePath, named) : instancePath,
    keyword,
    message: textOf(keyword, message, params),
  };
}

function textOf(keyword: string, message: string | undefined, params: ErrorObject['params']): string {
  if (keyword === 'enum') {
    const values = list(params.allowedValues).map((value) => JSON.stringify(value));
    return `must be one of ${values.slice(0, 20).join(', ')}${values.length > 20 ? ' and others' : ''}`;
  }
  if (keyword === 'required' || keyword === 'dependentRequired') return 'is missing, and required';
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    return 'is no property that the schema allows';
  if (keyword === 'const') return `must be ${JSON.stringify(params.allowedValue)}`;
  return message ?? `fails ${keyword}`;
}
