import type { MappedServerVariable, ProviderModel } from '@plumbline/model';
import {
  type Encoded,
  markdownText,
  mdxAttribute,
  mdxFence,
  mdxInline,
  mdxText,
  shellWord,
  type View,
} from '@plumbline/render';
import { print } from '@plumbline/sql';
import { changelogAddress, consistencyAddress, serviceAddress } from '../facts/addresses.ts';
import type { Changelog } from '../facts/changelog.ts';
import { countFindings, countsText, type Findings } from '../facts/findings.ts';
import type { FirstCall } from '../facts/first-call.ts';
import { purposeOfService } from '../facts/purpose.ts';
import { type AuthenticationView, authenticationView, credentialsOf } from './authentication.ts';
import { codeName, type Prose } from './prose.ts';

export interface ProviderIndexView extends View {
  readonly description: Encoded<'mdx'>;
  /** What a long description goes on with. */
  readonly about: Encoded<'mdx'> | null;
  readonly totalServices: number;
  readonly totalResources: number;
  readonly totalMethods: number;
  /** The one place on the site that a new version of the spec changes. */
  readonly specification: Encoded<'mdx'>;
  readonly provider: Encoded<'mdx'>;
  readonly registryPull: Encoded<'mdx'>;
  readonly clientInstall: Encoded<'mdx'>;
  readonly authentication: AuthenticationView | null;
  readonly serverParameters: readonly ServerParameterView[];
  readonly firstQuery: Encoded<'mdx'> | null;
  /** The command that runs statements. */
  readonly sqlShell: Encoded<'mdx'>;
  readonly firstCall: Encoded<'mdx'>;
  /** The variables that the client reads. */
  readonly environment: readonly Encoded<'mdx'>[];
  readonly consistency: {
    readonly href: Encoded<'mdx'>;
    /** `2 errors, 1 note`. */
    readonly counts: Encoded<'mdx'>;
  };
  /** Null: there is none. */
  readonly changelog: { readonly href: Encoded<'mdx'>; readonly latest: Encoded<'mdx'> } | null;
  readonly services: readonly {
    readonly href: Encoded<'mdx'>;
    readonly description: Encoded<'mdx'>;
    readonly name: Encoded<'mdx'>;
    readonly resources: number;
    readonly methods: number;
  }[];
}

export interface ProviderIndexOptions {
  readonly prose: Prose;
  readonly first: FirstCall;
  readonly findings: Findings;
  readonly changelog: Changelog | null;
}

interface ServerParameterView extends View {
  readonly name: Encoded<'mdx'>;
  readonly description: Encoded<'mdx'>;
  readonly url: Encoded<'mdx'>;
  /** The environment variable that a client reads it from. */
  readonly env: Encoded<'mdx'> | null;
}

export function providerIndexView(
  model: ProviderModel,
  { prose, first, findings, changelog }: ProviderIndexOptions,
): ProviderIndexView {
  const { provider, services } = model;
  const { opening, rest } = prose.parted(model.description);
  const listed = services.map((service) => ({
    href: mdxAttribute(serviceAddress(model, service).href),
    name: mdxText(service.name),
    description: prose.inline(prose.first(purposeOfService(service))),
    resources: service.resources.length,
    methods: service.resources.reduce((sum, { methods }) => sum + methods.length, 0),
  }));
  return {
    description: opening,
    about: rest,
    totalServices: services.length,
    totalResources: listed.reduce((sum, { resources }) => sum + resources, 0),
    totalMethods: listed.reduce((sum, { methods }) => sum + methods, 0),
    specification: mdxInline(`${model.title} ${model.specVersion}`),
    provider: codeName(provider),
    registryPull: mdxFence(registryPull(provider), 'bash'),
    clientInstall: mdxFence(`npm install ${shellWord(model.settings.package)}`, 'bash'),
    authentication: authenticationView(model, prose),
    serverParameters: model.serverVariables.map((variable) =>
      serverParameterView(
        { ...variable, description: variable.description || documented(model, variable.name) },
        prose,
      ),
    ),
    firstQuery: first.sql === null ? null : mdxFence(first.sql, 'sql'),
    sqlShell: mdxInline(`npx @plumbline/cli sql --package ${shellWord(model.settings.package)}`),
    firstCall: mdxFence(first.typescript, 'ts'),
    environment: environmentOf(model).map(mdxInline),
    consistency: {
      href: mdxAttribute(consistencyAddress(model).href),
      counts: mdxText(countsText(countFindings(findings.all)) || 'nothing to mend'),
    },
    changelog: changelog && {
      href: mdxAttribute(changelogAddress(model).href),
      latest: mdxInline(markdownText(changelog.sections[0]?.title ?? 'versions')),
    },
    services: listed,
  };
}

/** The variables of the environment that a call needs: the server's, and the first credential's. */
function environmentOf(model: ProviderModel): readonly string[] {
  const credentials = credentialsOf(model).slice(0, 1);
  return [...model.serverVariables, ...credentials].flatMap(({ env }) => env ?? []);
}

/** What the pages say of a server variable. */
function documented({ services }: ProviderModel, name: string): string {
  for (const { methods } of services.flatMap(({ resources }) => resources)) {
    for (const { params } of methods) {
      const param = params.find((one) => one.in === 'server' && one.name === name);
      if (param !== undefined) return param.description;
    }
  }
  return '';
}

function registryPull(provider: string): string {
  const nowhere = { start: -1, end: -1 };
  return print({
    ...nowhere,
    kind: 'registry',
    action: 'PULL',
    provider: { ...nowhere, kind: 'identifier', name: provider, quoted: false },
    version: null,
    hints: [],
    comments: [],
  });
}

function serverParameterView(
  { name, url, env, description }: MappedServerVariable,
  prose: Prose,
): ServerParameterView {
  return {
    name: mdxAttribute(name),
    description: prose.inline(description),
    url: mdxInline(url),
    env: env === null ? null : mdxInline(env),
  };
}
