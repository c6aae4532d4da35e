import { type JsonValue, list, member, type Response } from '@plumbline/contract-server';
import type { Subject } from '../subject.ts';

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
export function serverHeaderFault<Client>(
  headers: { readonly [name: string]: string },
  { status, headers: declared }: Response,
  subject: Subject<Client>,
): string | null {
  const known = new Set(declared.map(([name]) => name.toLowerCase()));
  const reset = subject.suite.provider.rateLimit.reset?.toLowerCase();
  const other = Object.keys(headers).find(
    (name) =>
      !known.has(name) && !OWN.has(name) && name !== reset && !(name === 'link' && isLinkUnsaid(subject)),
  );
  return other === undefined
    ? null
    : `the server's answer ${status} has the header \`${other}\`, which the document does not declare.`;
}

/**
 * The client follows links, and the document names the header in prose alone, or most of its lists do not declare it: it
 * leaves them to the config.
 */
function isLinkUnsaid<Client>(subject: Subject<Client>): boolean {
  const { method, suite } = subject;
  const { provider, contract } = suite;
  const isPaged = ({ pagination }: typeof method) => pagination?.kind === 'link';
  const declares = ({ operation }: typeof method) =>
    contract
      .operation(operation ?? '')
      ?.responses.some(({ headers }) => headers.some(([name]) => name.toLowerCase() === 'link')) === true;
  const paged = provider.methods.filter(isPaged);
  if (!isPaged(method)) return false;
  return paged.filter(declares).length * 2 < paged.length || saysLink(subject);
}

/** `As given in the Link header`, of the operation or a parameter (RFC 8288). */
const LINK_HEADER = /\blink`?\s+(?:response\s+)?(?:http\s+)?header/i;

function saysLink<Client>({ operation, suite: { contract } }: Subject<Client>): boolean {
  const { root, follow } = contract.document;
  const at = (owner: JsonValue | undefined, name: string) => follow(member(owner, name));
  const item = at(at(root, 'paths'), operation.path);
  const own = at(item, operation.method.toLowerCase());
  const parameters = [...list(member(item, 'parameters')), ...list(member(own, 'parameters'))];
  return [own, ...parameters.map(follow)].some((described) => {
    const text = member(described, 'description');
    return typeof text === 'string' && LINK_HEADER.test(text);
  });
}
