import type { EmittedFile, ProviderModel } from '@plumbline/model';
import { type Encoded, join, ts, tsKey, tsString, tsValue } from '@plumbline/render';
import type { SchemePlan, SecurityPlan } from '../methods/security.ts';
import type { ServerPlan, VariablePlan } from '../methods/servers.ts';
import { factsDoc } from '../types/facts-doc.ts';
import { literalUnion } from '../types/literal.ts';
import { textOf } from '../types/type-text.ts';
import type { ClientNames } from './client-names.ts';
import { type OptionView, render } from './render.ts';

type Ts = Encoded<'ts'>;

/** The client without methods: its options, server, credentials and errors. */
export function coreFile(
  model: ProviderModel,
  {
    names,
    security,
    server,
  }: { readonly names: ClientNames; readonly security: SecurityPlan; readonly server: ServerPlan },
): EmittedFile {
  const { auth, options, coreFactory } = names;
  const { schemes, usual } = security;
  const { errors } = model.settings;
  const credentials = [
    ...new Set(schemes.map(({ isBasic }) => (isBasic ? ts`type BasicCredential` : ts`type Credential`))),
  ];
  const content = render('core', {
    runtime: join([...credentials.sort(), ts`type ClientCore`, ts`type ClientOptions`, ts`createCore`], ', '),
    auth,
    options,
    factory: coreFactory,
    schemes: schemes.map(schemeView),
    variables: server.variables.map(variableView),
    config: [
      ts`server: ${tsString(server.url)}`,
      ...listMember('variables', server.variables.map(variableValue)),
      ...(schemes.length === 0 ? [] : [ts`schemes: { ${join(schemes.map(schemeValue), ', ')} }`]),
      ...(usual.length === 0 ? [] : [ts`security: ${tsValue(usual)}`]),
      ...(Object.keys(errors).length === 0 ? [] : [ts`errors: ${tsValue({ ...errors })}`]),
    ],
  });
  return { path: 'core.ts', content };
}

function listMember(key: string, items: readonly Ts[]): readonly Ts[] {
  return items.length === 0 ? [] : [ts`${tsKey(key)}: [${join(items, ', ')}]`];
}

function schemeView({ key, description, isBasic, env }: SchemePlan): OptionView {
  return {
    doc: factsDoc({ description: withEnvironment(description, env) }, '  '),
    key: tsKey(key),
    type: isBasic ? ts`BasicCredential` : ts`Credential`,
  };
}

function schemeValue({ key, in: place, name, prefix, env }: SchemePlan): Ts {
  const value = { in: place, name, ...(prefix === '' ? {} : { prefix }), ...(env === null ? {} : { env }) };
  return ts`${tsKey(key)}: ${tsValue(value)}`;
}

function variableView({ key, description, default: fallback, env, values }: VariablePlan): OptionView {
  const facts = {
    description: withEnvironment(description, env),
    ...(fallback === null ? {} : { default: fallback }),
  };
  return {
    doc: factsDoc(facts, '  '),
    key: tsKey(key),
    type: values.length === 0 ? ts`string` : textOf(literalUnion(values)),
  };
}

function variableValue({ name, key, default: fallback, env }: VariablePlan): Ts {
  return tsValue({
    name,
    ...(key === name ? {} : { key }),
    ...(env === null ? {} : { env }),
    ...(fallback === null ? {} : { default: fallback }),
  });
}

function withEnvironment(description: string, env: string | null): string {
  const note = env === null ? '' : `Unless given, the environment variable \`${env}\` is read.`;
  return [description.trim(), note].filter((text) => text !== '').join('\n\n');
}
