import { type Exchange, member, members, type Provider } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import { credentialHeaders, isOfConnection, secretOf } from '../credentials.ts';
import { failure, perform, reasonOf, type Subject } from '../subject.ts';
import { errorFault } from './error-class.ts';
import { givenOf } from './given-of.ts';

/** The server takes no credentials of a scheme that the operation does not name. */
export function otherCredentialChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const { carried, operation, suite } = subject;
  // What each call must be given anyway, none can leave out.
  if (carried.schemes.length > 0) return [];
  const isOpen =
    operation.security.length === 0 ||
    operation.security.some((schemes) => schemes.every((scheme) => isOfConnection(suite.provider, scheme)));
  if (isOpen) return [];
  const secrets = new Set(operation.security.flat().map((scheme) => secretOf(suite.provider, scheme)));
  const others = schemesOf(suite.provider)
    .filter((scheme) => !secrets.has(secretOf(suite.provider, scheme)))
    .flatMap((scheme) => {
      const credentials = credentialHeaders(suite.provider, scheme);
      if (credentials === null) return [];
      return [
        {
          name: `is refused with the credentials of ${scheme}`,
          kind: 'request',
          async run(session, coverage) {
            const given = givenOf(subject, session, 'required', coverage);
            const outcome = await perform(subject, session, given, { schemes: [] });
            const [exchange] = outcome.exchanges;
            if (exchange === undefined) throw failure(subject, `nothing was sent: ${reasonOf(outcome)}`);
            const status = await sendAgain(exchange, session.server.url, credentials);
            if (status === 401) return;
            throw failure(
              subject,
              `the server takes the credentials of \`${scheme}\`, which the document does not name.`,
              { exchange },
            );
          },
        } satisfies Check<Client>,
      ];
    });
  return [withoutCredentials(subject), ...others];
}

function withoutCredentials<Client>(subject: Subject<Client>): Check<Client> {
  return {
    name: 'is refused without credentials',
    kind: 'error',
    async run(session, coverage) {
      const given = givenOf(subject, session, 'required', coverage);
      const { exchanges, error } = await perform(subject, session, given, { schemes: [] });
      const [exchange] = exchanges;
      if (exchange?.answer.status !== 401)
        throw failure(subject, 'the server does not refuse it without credentials.', { exchange });
      // The server's own words: what matters is that the client tells them as a refusal.
      const { body } = (error?.reason ?? {}) as { readonly body?: unknown };
      const fault = errorFault(error?.reason, { status: 401, body, suite: subject.suite });
      if (fault !== null) throw failure(subject, fault, { exchange });
    },
  };
}

/** What `fetch` and HTTP write themselves. */
const TRANSPORT = /^(?:connection|content-length|host|keep-alive|sec-fetch-mode|transfer-encoding)$/;

/** Sends a request that had no credentials again with some, which the client would not send: the status of the answer. */
async function sendAgain(
  { method, target, headers, bytes }: Exchange,
  server: string,
  credentials: { readonly [header: string]: string },
): Promise<number> {
  const kept = Object.entries(headers).filter(([name]) => !TRANSPORT.test(name));
  const { status, body } = await fetch(new URL(target, server), {
    method,
    headers: { ...Object.fromEntries(kept), ...credentials },
    ...(bytes.length > 0 && { body: Buffer.from(bytes) }),
  });
  await body?.cancel();
  return status;
}

function schemesOf({ document }: Provider): readonly string[] {
  return members(member(member(document, 'components'), 'securitySchemes')).map(([name]) => name);
}
