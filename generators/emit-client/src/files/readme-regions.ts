import { type EmittedRegion, type ProviderModel, slugName } from '@plumbline/model';
import { type Encoded, join, mdx, mdxMarkdownLine, tsMember } from '@plumbline/render';
import { clientVariable } from '../examples/method-example.ts';
import { groupBy } from '../group-by.ts';
import type { BoundResource } from '../methods/bound-resource.ts';
import type { SecurityPlan } from '../methods/security.ts';
import type { ServerPlan } from '../methods/servers.ts';

type Mdx = Encoded<'mdx'>;

export interface ReadmeOptions {
  readonly model: ProviderModel;
  readonly resources: readonly BoundResource[];
  readonly security: SecurityPlan;
  readonly server: ServerPlan;
}

/** The parts of the package's README that follow the model: the provider's own options, and all services with their methods. */
export function readmeRegions(options: ReadmeOptions): readonly EmittedRegion[] {
  const file = 'README.md';
  return [
    { file, name: 'options', content: optionsTable(options) },
    { file, name: 'services', content: serviceList(options) },
  ];
}

function optionsTable({ security, server }: ReadmeOptions): string {
  const rows = [
    ...server.variables.map(({ key, env, default: fallback, isOwn, description }) => {
      const usual = fallback === null ? mdx`` : mdx` Unless given: ${code(fallback)}.`;
      const note = isOwn ? mdx` Needed, unless ${code('baseUrl')} is given.` : usual;
      return row(code(key), env, mdx`${sentence(firstLine(description))}${note}`);
    }),
    ...security.schemes.map(({ key, env, description }) =>
      row(code(`auth.${key}`), env, firstLine(description)),
    ),
  ];
  if (rows.length === 0) return '';
  return [mdx`| option | environment variable | |`, mdx`|---|---|---|`, ...rows]
    .map((line) => `${line}\n`)
    .join('');
}

function row(option: Mdx, env: string | null, note: Mdx): Mdx {
  return mdx`| ${option} | ${env === null ? mdx`` : code(env)} | ${note} |`;
}

function serviceList({ model, resources }: ReadmeOptions): string {
  const variable = clientVariable(model.provider);
  const sections = [...groupBy(resources, ({ service }) => service)].map(([service, own]) => {
    const heading = mdx`### ${code(`${variable}${tsMember(service.clientName)}`)}\n`;
    const about = firstLine(service.description);
    const lines = own.map((resource) => resourceLine(resource, model));
    return join([heading, ...(about === '' ? [] : [mdx`${about}\n`]), mdx`${join(lines, '\n')}\n`], '\n');
  });
  return join(sections, '\n');
}

/** Methods lead to their pages, where it is known at which address those stand. */
function resourceLine(
  { service, resource, methods }: BoundResource,
  { provider, settings }: ProviderModel,
): Mdx {
  const { siteUrl } = settings;
  const page = [slugName(provider), service.slug, resource.slug].join('/');
  const names = methods.map(({ method: { clientName, name } }) =>
    siteUrl === null
      ? code(clientName)
      : mdx`[${code(clientName)}](<${siteUrl as Mdx}/${page as Mdx}#${encodeURIComponent(name) as Mdx}>)`,
  );
  return mdx`- ${code(resource.clientName)}: ${join(names, ', ')}`;
}

/** Inline code: what would end it or a table's cell has no place in it. */
function code(text: string): Mdx {
  return `\`${text.replace(/[`|\s]+/g, ' ').trim()}\`` as Mdx;
}

/** The first line of a Markdown text, fit for one cell of a table. */
/** With an end, since another sentence may follow. */
function sentence(text: Mdx): Mdx {
  return /[\p{L}\p{N})`]$/u.test(text) ? mdx`${text}.` : text;
}

function firstLine(text: string): Mdx {
  const [line = ''] = text.trim().split(/\r?\n/, 1);
  return mdxMarkdownLine(line).trim().replaceAll('\n', ' ').replaceAll('|', '\\|') as Mdx;
}
