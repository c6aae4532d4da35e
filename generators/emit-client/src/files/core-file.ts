import { byCodeUnit, type EmittedFile, type ProviderModel } from '@plumbline/model';
import { type Encoded, join, ts, tsKey, tsString, tsValue } from '@plumbline/render';
import { printStatuses } from '../methods/failures.ts';
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
    failures,
  }: {
    readonly names: ClientNames;
    readonly security: SecurityPlan;
    readonly server: ServerPlan;
    readonly failures: readonly string[];
  },
): EmittedFile {
  const { auth, options, coreFactory } = names;
  const { schemes, usual } = security;
  const { errors, rateLimit, package: name, version } = model.settings;
  const credentials = schemes.map((scheme) => ts`type ${credentialType(scheme)}`);
  const placers = schemes.map(({ by }) => by as Ts);
  const imports = [...credentials, ...placers, ts`type ClientCore`, ts`type ClientOptions`, ts`createCore`];
  const content = render('core', {
    runtime: join([...new Set(imports)].sort(byImportedName), ', '),
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
      ...(failures.length === 0 ? [] : [ts`failures: ${printStatuses(failures)}`]),
      ...(rateLimit.reset === undefined ? [] : [ts`rateLimit: ${tsValue({ ...rateLimit })}`]),
      ts`userAgent: ${tsString(userAgent(name, version))}`,
    ],
  });
  return { path: 'core.ts', content };
}

function listMember(key: string, items: readonly Ts[]): readonly Ts[] {
  return items.length === 0 ? [] : [ts`${tsKey(key)}: [${join(items, ', ')}]`];
}

/** `type Call` beside `createCore`, by name whatever the case. */
function byImportedName(a: Ts, b: Ts): number {
  const nameOf = (one: Ts): string => one.replace(/^type /, '').toLowerCase();
  return byCodeUnit(nameOf(a), nameOf(b));
}

/** A product of RFC 9110 section 10.1.5: what no token may hold becomes `-`. */
function userAgent(name: string, version = '0.0.0'): string {
  const token = (text: string): string => text.replace(/[^\w!#$%&'*+.^`|~-]+/g, '-').replace(/^-/, '');
  return `${token(name)}/${token(version)}`;
}

function credentialType({ by }: SchemePlan): Ts {
  return by === 'basic' ? ts`BasicCredential` : ts`Credential`;
}

function schemeView(scheme: SchemePlan): OptionView {
  return {
    doc: factsDoc({ description: withEnvironment(scheme.description, scheme.env) }, '  '),
    key: tsKey(scheme.key),
    type: credentialType(scheme),
  };
}

function schemeValue({ key, by, name, prefix, env, tokenUrl }: SchemePlan): Ts {
  const facts = { name, prefix: prefix === '' ? null : prefix, env, tokenUrl };
  const members = Object.entries(facts).flatMap(([fact, value]) =>
    value === null ? [] : [ts`${tsKey(fact)}: ${tsString(value)}`],
  );
  return ts`${tsKey(key)}: { ${join([ts`by: ${by as Ts}`, ...members], ', ')} }`;
}

function variableView({ key, description, default: fallback, isOwn, env, values }: VariablePlan): OptionView {
  const about = isOwn ? `${description.trim()}\n\nNeeded, unless \`baseUrl\` is given.` : description;
  const facts = {
    description: withEnvironment(about, env),
    ...(fallback === null || isOwn ? {} : { default: fallback }),
  };
  return {
    doc: factsDoc(facts, '  '),
    key: tsKey(key),
    type: values.length === 0 ? ts`string` : textOf(literalUnion(values)),
  };
}

function variableValue({ name, key, default: fallback, isOwn, env }: VariablePlan): Ts {
  return tsValue({
    name,
    ...(key === name ? {} : { key }),
    ...(env === null ? {} : { env }),
    ...(fallback === null || isOwn ? {} : { default: fallback }),
  });
}

function withEnvironment(description: string, env: string | null): string {
  const note = env === null ? '' : `Unless given, the environment variable \`${env}\` is read.`;
  return [description.trim(), note].filter((text) => text !== '').join('\n\n');
}
