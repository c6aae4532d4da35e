import type { Field, JsonValue, Param, Resource } from '@plumbline/model';
import { type Encoded, type View, yamlScalar, yamlString, yamlText, yamlValue } from '@plumbline/render';
import { bodyFields } from '../facts/body-fields.ts';
import { templateText } from '../facts/statements.ts';

/** A StackQL manifest that inserts a resource. */
export interface ManifestView extends View {
  readonly name: Encoded<'yaml'>;
  readonly props: readonly {
    readonly name: Encoded<'yaml'>;
    readonly value: Encoded<'yaml'>;
    readonly description: Encoded<'yaml'> | null;
    readonly validValues: Encoded<'yaml'> | null;
    readonly default: Encoded<'yaml'> | null;
  }[];
}

const INDENT = '        ';

/** What the INSERT methods of a resource take, each name once: parameters first, then body fields. */
export function manifestView({ name, methods }: Resource): ManifestView {
  const inserts = methods.filter(({ sqlVerb }) => sqlVerb === 'insert');
  const props = new Map<string, Param | Field>();
  for (const value of [...inserts.flatMap(({ params }) => params), ...inserts.flatMap(bodyFields)]) {
    if (!props.has(value.name)) props.set(value.name, value);
  }
  return { name: yamlScalar(name), props: [...props.values()].map((value) => propView(value, name)) };
}

function propView(value: Param | Field, resource: string): ManifestView['props'][number] {
  const { name, type, required } = value;
  const template = yamlString(templateText(name));
  const description =
    value.description.trim() || (required ? `Required parameter for the ${resource} resource.` : '');
  return {
    name: yamlScalar(name),
    value: type === 'array' ? (`[${template}]` as Encoded<'yaml'>) : template,
    description: description === '' ? null : yamlText(trimLines(description), INDENT),
    validValues: value.enum === undefined ? null : yamlValue(value.enum as JsonValue),
    default: value.default === undefined ? null : yamlValue(value.default),
  };
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
