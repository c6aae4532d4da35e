import type { JsonValue } from '@plumbline/model';
import { tsKey, tsString, tsValue } from '@plumbline/render';
import { pagingText } from '../derived.ts';
import { namesOf, type WorkspacePlan } from './plan.ts';

/** The config of a provider: what could be taken from its spec, and where to go on. */
export function configFile(plan: WorkspacePlan): string {
  const { provider, specEntries, pageGlobs, upstream, derived, allowRemote } = plan;
  const { client, clientFolder, contractTestsFolder } = namesOf(plan);
  const variables = Object.entries(derived.serverVariables);
  return [
    "import { defineConfig } from '@plumbline/cli';",
    '',
    'export default defineConfig({',
    `  provider: ${tsString(provider)},`,
    `  spec: ${list(specEntries)},`,
    `  pages: ${list(pageGlobs)},`,
    ...(upstream.length === 0
      ? []
      : [
          '  // Where the spec is published: `plumbline regenerate` looks there for a new one.',
          `  upstream: ${tsValue(Object.fromEntries(upstream))},`,
        ]),
    ...(allowRemote ? ['  // The spec refers to documents on the network.', '  allowRemote: true,'] : []),
    ...(variables.length === 0
      ? []
      : [
          "  // The variables of the server's URL, with what the spec says of them.",
          '  serverVariables: {',
          ...variables.flatMap(([name, setting]) => [
            `    ${tsKey(name)}: {`,
            ...Object.entries(setting).map(
              ([key, value]) => `      ${tsKey(key)}: ${tsValue(value as JsonValue)},`,
            ),
            '    },',
          ]),
          '  },',
        ]),
    ...(derived.auth.length === 0
      ? []
      : [
          '  // Where the client looks for credentials that it is not given. `prefix` says what stands before them.',
          '  auth: {',
          ...derived.auth.map(([scheme, env]) => `    ${tsKey(scheme)}: { env: ${tsString(env)} },`),
          '  },',
        ]),
    ...(plan.bind.length === 0
      ? []
      : [
          '  // Methods whose names do not tell which operation they are.',
          '  bind: {',
          ...plan.bind.map(([method, operation]) => `    ${tsKey(method)}: ${tsString(operation)},`),
          '  },',
        ]),
    ...pagingLines(plan),
    `  client: { package: ${tsString(client)}, dir: ${tsString(`../../${clientFolder}`)} },`,
    `  docs: { dir: ${tsString(`../../docs/content/${provider}`)} },`,
    `  contractTests: { dir: ${tsString(`../../${contractTestsFolder}`)} },`,
    '});',
    '',
  ].join('\n');
}

/** A guess is told, and left to people. */
function pagingLines({ derived: { paging } }: WorkspacePlan): readonly string[] {
  const [usual] = paging.recognised;
  const said = pagingText(paging);
  return usual === undefined
    ? [
        `  // No list of the spec tells how it is paged${said === '' ? '' : ` (${said})`}. If all have a Link header, say so:`,
        "  // pagination: { kind: 'link' },",
      ]
    : [
        `  // Lists are paged as the spec tells of each (${said}). To hold all of them to one way:`,
        `  // pagination: { kind: '${usual[0]}' },`,
      ];
}

function list(values: readonly string[]): string {
  return `[${values.map(tsString).join(', ')}]`;
}
