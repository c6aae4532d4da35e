import type { Response } from '@plumbline/contract-server';
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

/** The client follows links, and most lists of the document do not declare them: it leaves them to the config. */
function isLinkUnsaid<Client>({ method, suite: { provider, contract } }: Subject<Client>): boolean {
  const isPaged = ({ pagination }: typeof method) => pagination?.kind === 'link';
  const declares = ({ operation }: typeof method) =>
    contract
      .operation(operation ?? '')
      ?.responses.some(({ headers }) => headers.some(([name]) => name.toLowerCase() === 'link')) === true;
  const paged = provider.methods.filter(isPaged);
  return isPaged(method) && paged.filter(declares).length * 2 < paged.length;
}
