import type { Method, ProviderModel, Resource } from '@plumbline/model';
import type { ExampleCode } from '../facts/example-code.ts';
import { operationFacts } from '../facts/operation-facts.ts';
import type { ResourceFacts } from '../facts/resource-facts.ts';
import type { RowFacts } from '../facts/row-facts.ts';
import type { ShapeOf } from '../facts/schema-shape.ts';
import type { Prose } from '../views/prose.ts';
import {
  blocks,
  code,
  fence,
  item,
  plain,
  type TwinProse,
  twinProse,
  typed,
  withPresence,
} from './markdown.ts';
import { type NestedList, nestedList, type TwinRow } from './nested-list.ts';

export interface ResourceTwinInput {
  readonly model: ProviderModel;
  readonly resource: Resource;
  readonly facts: ResourceFacts;
  /** By method name. */
  readonly code: ReadonlyMap<string, ExampleCode>;
  readonly manifest: string;
  readonly prose: Prose;
  readonly shapeOf: ShapeOf;
  readonly twinRow: TwinRow;
}

/** The page of a resource as Markdown alone, for people and machines that read text. */
export function resourceTwin(input: ResourceTwinInput): string {
  const { resource, facts, manifest } = input;
  const prose = twinProse(input.prose);
  const nested = nestedList(input.shapeOf, input.twinRow);
  const templates = new Map(
    facts.examples.flatMap(({ methods }) => methods.map(({ method, sql }) => [method, sql] as const)),
  );
  const hasInsert = resource.methods.some(({ sqlVerb }) => sqlVerb === 'insert');
  return blocks([
    `# ${plain(resource.name)}`,
    prose(facts.summary),
    [
      item('Id', code(resource.id)),
      item('Type', facts.kind === 'view' ? 'View' : 'Resource'),
      ...(facts.lifecycle === null ? [] : [item('Lifecycle', prose(facts.lifecycle))]),
    ].join('\n'),
    ...fieldParts(facts, nested, prose),
    '## Methods',
    ...resource.methods.flatMap((method) => methodParts(method, templates.get(method), input, prose)),
    ...parameterParts(facts, nested, prose),
    ...(hasInsert ? ['## Manifest', fence(manifest.trimEnd(), 'yaml')] : []),
  ]);
}

function fieldParts({ fieldSets }: ResourceFacts, nested: NestedList, prose: TwinProse): readonly string[] {
  if (fieldSets.length === 0) return ['## Fields', '`SELECT` is not supported.'];
  return [
    '## Fields',
    ...fieldSets.flatMap(({ method, caption, fields, sameAs }) => [
      `### ${code(method)}`,
      prose(caption),
      sameAs === null ? rowList(fields, nested, prose) : `The same fields as ${code(sameAs)}.`,
    ]),
  ];
}

function rowList(rows: readonly RowFacts[], nested: NestedList, prose: TwinProse): string {
  return rows
    .map(({ name, type, format, description, notes, schema, items, presence }) => {
      const head = typed(name, items === undefined ? type : `${type} of ${items}`, format);
      return `${item(head, withPresence(prose(description, notes), presence))}${nested(schema, '  ')}`;
    })
    .join('\n');
}

function methodParts(
  method: Method,
  template: string | undefined,
  { model, facts, code: codes }: ResourceTwinInput,
  prose: TwinProse,
): readonly string[] {
  const { name, sqlVerb, deprecated } = method;
  const row = facts.methods.find((one) => one.name === name);
  const own = operationFacts(model, method);
  const filled = codes.get(name) ?? null;
  const names = (label: string, values: readonly { readonly name: string }[] = []): readonly string[] =>
    values.length === 0 ? [] : [item(label, values.map((one) => code(one.name)).join(', '))];
  return [
    `### ${code(name)}`,
    prose(method.description),
    [
      item('Accessible by', code(sqlVerb)),
      ...(own === null ? [] : [item('Calls', code(own.operation.key))]),
      ...(deprecated ? ['- Deprecated'] : []),
      ...names('Required', row?.required),
      ...names('Optional', row?.optional),
      ...(own?.params ?? []).flatMap(({ place, params }) => names(`In ${place.toLowerCase()}`, params)),
      ...(method.body === null ? [] : [item('Body', code(method.body.mediaType))]),
      ...(own?.security ?? []).flatMap(({ schemes }) =>
        schemes.length === 0
          ? []
          : [
              item(
                'Credentials',
                schemes
                  .map(({ name: scheme, scopes }) => [plain(scheme), ...scopes.map(code)].join(' '))
                  .join(' and '),
              ),
            ],
      ),
      ...(own?.pagination == null ? [] : [item('Pages', own.pagination)]),
      ...(own?.rateLimit == null ? [] : [item('Rate limit', own.rateLimit)]),
      ...(own?.responses ?? []).map(({ response, meaning }) =>
        item(`Answers ${code(response.status)}`, prose(meaning)),
      ),
    ].join('\n'),
    fence(template ?? '', 'sql'),
    ...(filled === null
      ? []
      : [fence(filled.sql, 'sql'), fence(filled.typescript, 'ts'), fence(filled.curl, 'bash')]),
  ];
}

function parameterParts(
  { parameters }: ResourceFacts,
  nested: NestedList,
  prose: TwinProse,
): readonly string[] {
  const { params, bodyFields, differences } = parameters;
  const differing = differences.map(({ name, methods, description, notes }) =>
    item(`${code(name)} of ${methods.map(code).join(', ')}`, prose(description, notes)),
  );
  return [
    ...(params.length === 0 ? [] : ['## Parameters', rowList(params, nested, prose)]),
    ...(bodyFields.length === 0 ? [] : ['## Body fields', rowList(bodyFields, nested, prose)]),
    ...(differing.length === 0
      ? []
      : ['What some of them mean depends on the method:', differing.join('\n')]),
  ];
}
