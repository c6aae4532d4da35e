import { type ProviderModel, type Resource, type Service, slugName } from '@plumbline/model';
import { type Encoded, jsdoc, jsdocText } from '@plumbline/render';
import { tagLine } from '../types/facts-doc.ts';
import type { BoundMethod } from './bound-method.ts';
import { scopesOf } from './security.ts';

/** Where a method stands. */
export interface MethodPlace {
  readonly model: Pick<ProviderModel, 'linkBase' | 'provider' | 'settings'>;
  readonly service: Pick<Service, 'slug' | 'clientName'>;
  readonly resource: Resource;
}

/** The comment of a method: what it does, its request, the scopes it needs, and its page. */
export function methodDoc(
  { method, operation }: BoundMethod,
  { model, service, resource }: MethodPlace,
  { indent, example }: { readonly indent: string; readonly example: Encoded<'ts'> | null },
): Encoded<'ts'> {
  const scopes = scopesOf(operation);
  const lines = [
    `\`${operation.key}\``,
    ...(scopes.length === 0 ? [] : [`Scopes: ${scopes.map((scope) => `\`${scope}\``).join(', ')}`]),
  ];
  const { siteUrl } = model.settings;
  const path = [slugName(model.provider), service.slug, resource.slug].join('/');
  const tags = [
    `@see ${siteUrl ?? ''}/${path}#${encodeURIComponent(method.name)}`,
    ...(method.deprecated ? ['@deprecated'] : []),
  ];
  const text = [method.description.trim(), lines.join('\n\n')].filter((part) => part !== '').join('\n\n');
  const code = example === null ? [] : [`@example\n${commentedCode(example)}` as Encoded<'jsdoc'>];
  return jsdoc(jsdocText(text), { indent, tags: [...tags.map(tagLine), ...code] });
}

/** Code in a comment, where only string literals can hold what would end the comment or begin a tag. */
function commentedCode(code: Encoded<'ts'>): Encoded<'jsdoc'> {
  const safe = code.replaceAll('*/', '*\\/').replace(/(?<![\p{L}\p{N}])@/gu, '\\u0040');
  return safe as string as Encoded<'jsdoc'>;
}

/** A short comment for the function that stands alone. */
export function functionDoc({ method, operation }: BoundMethod, owner: string): Encoded<'ts'> {
  const link = `{@link ${owner}.${method.clientName}}` as Encoded<'jsdoc'>;
  const text = jsdocText(`\`${operation.key}\``);
  return jsdoc(`${text}, as ${link}.` as Encoded<'jsdoc'>, {
    tags: method.deprecated ? [tagLine('@deprecated')] : [],
  });
}
