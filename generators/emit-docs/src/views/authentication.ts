import { camelName, type JsonObject, type ProviderModel, type SecurityScheme } from '@plumbline/model';
import { type Encoded, mdxAttribute, mdxFence, mdxText, shellWord, type View } from '@plumbline/render';
import type { Prose } from './prose.ts';

export interface AuthenticationView extends View {
  readonly variables: readonly { readonly env: Encoded<'mdx'>; readonly description: Encoded<'mdx'> }[];
  /** How to name other variables; null where StackQL has no word for the kind of credential. */
  readonly other: { readonly bash: Encoded<'mdx'>; readonly powershell: Encoded<'mdx'> } | null;
}

interface Credential {
  readonly scheme: SecurityScheme;
  readonly env: string;
  readonly prefix: string | undefined;
}

/** Null where no scheme's credential is read from the environment. */
export function authenticationView(model: ProviderModel, prose: Prose): AuthenticationView | null {
  const credentials = credentialsOf(model);
  if (credentials.length === 0) return null;
  const [settings = null] = credentials.flatMap((credential) => stackqlAuth(credential) ?? []);
  return {
    variables: credentials.map(({ scheme, env }) => ({
      env: mdxAttribute(env),
      description: scheme.description.trim() === '' ? mdxText(scheme.name) : prose.inline(scheme.description),
    })),
    other: settings === null ? null : commands(JSON.stringify({ [model.provider]: settings })),
  };
}

/** The credentials that are read from the environment. */
export function credentialsOf({ securitySchemes, settings }: ProviderModel): readonly Credential[] {
  return securitySchemes.flatMap((scheme) => {
    const key = camelName(scheme.name);
    const auth = Object.hasOwn(settings.auth, key) ? settings.auth[key] : undefined;
    return auth?.env === undefined ? [] : [{ scheme, env: auth.env, prefix: auth.prefix }];
  });
}

/** The value of StackQL's `--auth` for one credential. */
function stackqlAuth({ scheme, env, prefix }: Credential): JsonObject | null {
  const variable = { credentialsenvvar: `YOUR_${env}_VAR` };
  if (scheme.type === 'apiKey') {
    return { type: 'api_key', ...(prefix === undefined ? {} : { valuePrefix: prefix }), ...variable };
  }
  if (scheme.type !== 'http') return null;
  return scheme.scheme === 'basic' ? { type: 'basic', ...variable } : { type: 'bearer', ...variable };
}

function commands(auth: string): AuthenticationView['other'] {
  // A string of PowerShell in single quotes holds anything, its own quotes doubled.
  const literal = `'${auth.replaceAll("'", "''")}'`;
  return {
    bash: mdxFence(`AUTH=${shellWord(auth)}\nstackql shell --auth="\${AUTH}"`, 'bash'),
    powershell: mdxFence(`$Auth = ${literal}\nstackql.exe shell --auth=$Auth`, 'powershell'),
  };
}
