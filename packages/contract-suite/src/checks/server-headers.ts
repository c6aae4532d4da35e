import type { Provider, ProviderMethod, Response } from '@plumbline/contract-server';

/** What HTTP and a server add on their own; the rest is the document's to declare. */
const OWN: ReadonlySet<string> = new Set([
  'allow',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'plumbline-note',
  'retry-after',
  'transfer-encoding',
  'vary',
  'www-authenticate',
]);

/** A header of an answer that its response does not declare; null: there is none. */
export function serverHeaderFault(
  headers: { readonly [name: string]: string },
  { status, headers: declared }: Response,
  { rateLimit }: Provider,
  { pagination }: ProviderMethod,
): string | null {
  const known = new Set(declared.map(([name]) => name.toLowerCase()));
  // The client follows it, whether each list declares it or not.
  if (pagination?.kind === 'link') known.add('link');
  const other = Object.keys(headers).find(
    (name) => !known.has(name) && !OWN.has(name) && name !== rateLimit.reset?.toLowerCase(),
  );
  return other === undefined
    ? null
    : `the server's answer ${status} has the header \`${other}\`, which the document does not declare.`;
}
