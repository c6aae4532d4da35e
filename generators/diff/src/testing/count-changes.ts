/** A parsed document, or a part of one. */
export type Part = Record<string, unknown>;

export type Kind =
  | 'body field added'
  | 'body field removed'
  | 'body field required'
  | 'parameter added'
  | 'parameter enum'
  | 'response enum'
  | 'response field added'
  | 'response field removed'
  | 'response type';

export type Counted = ReadonlyMap<Kind, ReadonlySet<string>>;

/**
 * How far a reading goes. Whole: fields of fields at any remove, every alternative and heir, without what is not sent or
 * not read. Surface: a body's own fields and its parts, as they stand.
 */
export type Reading = 'whole' | 'surface';

interface Facts {
  readonly types: Set<string>;
  readonly values: Set<string>;
  isRequired: boolean;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

/**
 * Counts by operation what two documents differ in, by a way of its own: what each body says is laid out flat, field
 * path → types, values, required, all parts and alternatives in one, and the lists are compared.
 */
export function countChanges(before: Part, after: Part, reading: Reading): Counted {
  const counted = new Map<Kind, Set<string>>();
  const olds = operationsOf(before, reading);
  for (const [key, one] of operationsOf(after, reading)) {
    const old = olds.get(key);
    if (old === undefined) continue;
    const hit = (kind: Kind) => counted.set(kind, (counted.get(kind) ?? new Set()).add(key));
    countParameters(old.parameters, one.parameters, hit);
    const flat = (root: Part, schema: unknown, mark: string) =>
      flatten(root, schema, { hidden: reading === 'whole' ? mark : '', reading });
    const bodies = [flat(before, old.body, 'readOnly'), flat(after, one.body, 'readOnly')] as const;
    withoutRetyped(bodies);
    const [was, is] = bodies;
    if ([...is.keys()].some((path) => !was.has(path))) hit('body field added');
    if ([...was.keys()].some((path) => !is.has(path))) hit('body field removed');
    if ([...is].some(([path, facts]) => facts.isRequired && was.get(path)?.isRequired === false))
      hit('body field required');
    for (const [status, answer] of one.answers) {
      if (!status.startsWith('2')) continue;
      const answers = [
        flat(before, old.answers.get(status), 'writeOnly'),
        flat(after, answer, 'writeOnly'),
      ] as const;
      if (withoutRetyped(answers)) hit('response type');
      const [came, comes] = answers;
      if ([...comes.keys()].some((path) => !came.has(path))) hit('response field added');
      if ([...came.keys()].some((path) => !comes.has(path))) hit('response field removed');
      if ([...comes].some(([path, { values }]) => !isEqual(values, came.get(path)?.values ?? values)))
        hit('response enum');
    }
  }
  return counted;
}

function countParameters(
  olds: ReadonlyMap<string, Facts>,
  news: ReadonlyMap<string, Facts>,
  hit: (kind: Kind) => void,
): void {
  for (const [key, { values }] of news) {
    const old = olds.get(key);
    if (old === undefined) hit('parameter added');
    else if (!isEqual(values, old.values)) hit('parameter enum');
  }
}

/** What is below a value of another type is another value's. True: there is one. */
function withoutRetyped([was, is]: readonly [Map<string, Facts>, Map<string, Facts>]): boolean {
  let found = false;
  for (const [path, { types }] of [...was].sort(([a], [b]) => a.length - b.length)) {
    const other = is.get(path);
    if (!was.has(path) || other === undefined || isEqual(types, other.types)) continue;
    found = true;
    for (const side of [was, is])
      for (const key of side.keys())
        if (key.startsWith(`${path}.`) || key.startsWith(`${path}[`)) side.delete(key);
  }
  return found;
}

interface Laid {
  readonly hidden: string;
  readonly reading: Reading;
}

function flatten(root: Part, schema: unknown, { hidden, reading }: Laid): Map<string, Facts> {
  const laid = new Map<string, Facts>();
  const lay = (value: unknown, path: string, seen: readonly string[], depth: number): void => {
    const ref = part(value).$ref;
    if (typeof ref === 'string') {
      if (!seen.includes(ref)) lay(target(root, value), path, [...seen, ref], depth);
      return;
    }
    const one = part(value);
    const facts = laid.get(path) ?? { types: new Set(), values: new Set(), isRequired: false };
    laid.set(path, facts);
    const type = one.type ?? (one.properties ? 'object' : one.items ? 'array' : []);
    for (const name of [type].flat()) facts.types.add(String(name));
    for (const name of list(one.enum)) if (name !== null) facts.values.add(JSON.stringify(name));
    const { mapping } = part(one.discriminator);
    const heirs = reading === 'whole' ? Object.values(part(mapping)).map(($ref) => ({ $ref })) : [];
    const others = reading === 'whole' ? [...list(one.oneOf), ...list(one.anyOf), ...heirs] : [];
    for (const other of [...list(one.allOf), ...others]) lay(other, path, seen, depth);
    if (reading === 'surface' && depth > 0) return;
    for (const [name, field] of Object.entries(part(one.properties)))
      if (!isMarked(root, field, hidden)) lay(field, `${path}.${name}`, seen, depth + 1);
    if (one.items !== undefined || (reading === 'whole' && one.type === 'array'))
      lay(one.items, `${path}[]`, seen, depth);
    for (const name of list(one.required)) {
      const field = laid.get(`${path}.${name}`);
      if (field !== undefined) field.isRequired = true;
    }
  };
  if (schema !== undefined) lay(schema, '', [], 0);
  return laid;
}

function isMarked(root: Part, field: unknown, mark: string): boolean {
  const one = part(target(root, field));
  const [only, ...more] = list(one.allOf);
  return one[mark] === true || (only !== undefined && more.length === 0 && isMarked(root, only, mark));
}

function operationsOf(root: Part, reading: Reading) {
  const all = Object.entries(part(root.paths)).flatMap(([path, item]) =>
    METHODS.filter((method) => part(item)[method] !== undefined).map((method) => {
      const operation = part(part(item)[method]);
      const parameters = [...list(part(item).parameters), ...list(operation.parameters)].map((one) =>
        part(target(root, one)),
      );
      const facts = parameters.map((one) => {
        const laid = [...flatten(root, one.schema, { hidden: '', reading })];
        const read = laid.filter(([path]) => reading === 'whole' || path === '');
        const values = new Set(read.flatMap(([, fact]) => [...fact.values]));
        return [`${one.in} ${one.name}`, { types: new Set<string>(), values, isRequired: false }] as const;
      });
      const answers = Object.entries(part(operation.responses));
      const laidOut = {
        parameters: new Map(facts),
        body: schemaOf(root, operation.requestBody),
        answers: new Map(answers.map(([status, answer]) => [status, schemaOf(root, answer)])),
      };
      return [`${method.toUpperCase()} ${path}`, laidOut] as const;
    }),
  );
  return new Map(all);
}

function schemaOf(root: Part, holder: unknown): unknown {
  const content = part(part(target(root, holder)).content);
  return part(content['application/json'] ?? Object.values(content)[0]).schema;
}

function target(root: Part, value: unknown): unknown {
  const ref = part(value).$ref;
  if (typeof ref !== 'string') return value;
  const steps = ref.slice(2).split('/');
  const found = steps.reduce<unknown>((at, step) => part(at)[step.replaceAll('~1', '/')], root);
  return target(root, found);
}

function part(value: unknown): Part {
  return typeof value === 'object' && value !== null ? (value as Part) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isEqual(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value));
}
