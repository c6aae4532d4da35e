import { fence, page, table } from './markdown.ts';

/** The part of a JSON Schema that the guide reads. */
interface SchemaNode {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: { readonly [key: string]: SchemaNode };
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
}

/** The guide to the config, from its JSON Schema. */
export function configGuide(schema: SchemaNode): string {
  return page([
    '# Config',
    '`plumbline.config.ts` stands beside the documents of a provider; paths in it are relative to it. A workspace may hold many: `specs/*/plumbline.config.ts`.',
    fence(
      "import { defineConfig } from '@plumbline/cli';\n\nexport default defineConfig({\n  provider: 'okta',\n  spec: ['./openapi.yaml'],\n  pages: ['./resources/**/*.md'],\n});",
      'ts',
    ),
    table(['Key', 'Type', 'Needed', 'What it is'], rowsOf(schema, '')),
  ]);
}

function rowsOf(node: SchemaNode, prefix: string): string[][] {
  const required = new Set(node.required ?? []);
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => [
    [`\`${prefix}${key}\``, typeOf(child), required.has(key) ? 'yes' : '', child.description ?? ''],
    ...rowsOf(child, `${prefix}${key}.`),
    ...rowsOf(child.items ?? {}, `${prefix}${key}[].`),
    ...(typeof child.additionalProperties === 'object'
      ? rowsOf(child.additionalProperties, `${prefix}${key}.*.`)
      : []),
  ]);
}

function typeOf({ type = 'any', enum: values, items, additionalProperties }: SchemaNode): string {
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(', ');
  if (items !== undefined) return `list of ${typeOf(items)}`;
  return typeof additionalProperties === 'object' ? `map to ${typeOf(additionalProperties)}` : type;
}
