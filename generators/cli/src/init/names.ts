import { type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { unsafePathReason } from '../output/output-path.ts';

const PROVIDER_ID = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
/** npm's rule for a scope, and that it is lower case. */
const SCOPE = /^@[a-z0-9][a-z0-9._~-]{0,63}$/;

/** Why a provider cannot be called so; null: it can. Folders and packages are named after it. */
export function providerProblem(id: string): WrongUse | null {
  if (!PROVIDER_ID.test(id)) {
    return wrongUse(
      `\`${id}\` is not a provider id.`,
      'An id starts with a letter and has letters, digits, `_` and `-`, 64 at most.',
    );
  }
  return unsafePathReason(id) === null
    ? null
    : wrongUse(`Windows has no folders that are called \`${id}\`.`, 'Choose another provider id.');
}

/** Why packages cannot have the scope; null: they can. */
export function scopeProblem(scope: string): WrongUse | null {
  return SCOPE.test(scope)
    ? null
    : wrongUse(
        `\`${scope}\` is not an npm scope.`,
        'A scope is `@` and lower-case letters, digits, `-`, `_` and `.`: `@acme`.',
      );
}

/** With its `@`. */
export function scopeOf(text: string): string {
  return text.startsWith('@') ? text : `@${text}`;
}

/** Words of titles that name no provider. */
const NOISE =
  /^(?:the|a|an|api|apis|rest|restful|http|web|open|openapi|swagger|service|services|public|spec|specification|reference|docs|documentation|v?\d[\d.]*)$/i;

/** A provider id that the title of a spec suggests, else the host of its server. */
export function suggestedProvider(title: string, serverUrl: string): string {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !NOISE.test(word));
  const candidates = [...words.slice(0, 1), ...hostWords(serverUrl), 'acme'];
  const ids = candidates.map((word) =>
    word
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '')
      .replace(/^\d+/, ''),
  );
  return ids.find((id) => id !== '' && providerProblem(id) === null) ?? 'acme';
}

/** `okta` of `https://{subdomain}.okta.com`. */
function hostWords(url: string): readonly string[] {
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#:]+)/i.exec(url)?.[1] ?? '';
  const labels = host.split('.').filter((label) => label !== '' && !/[{}]/.test(label));
  return labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? '') ? [] : labels.slice(-2, -1);
}

/** The environment variable of a provider for something of the spec: `OKTA_API_TOKEN`. */
export function environmentName(provider: string, name: string): string {
  const words = `${provider}_${name.replace(/([a-z0-9])([A-Z])/g, '$1_$2')}`;
  return words
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}
