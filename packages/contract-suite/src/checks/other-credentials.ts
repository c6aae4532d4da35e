import { member, members, type Provider } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import { credentialHeaders } from '../credentials.ts';
import { failure, perform, type Subject } from '../subject.ts';
import { givenOf } from './given-of.ts';

/** The server takes no credentials of a scheme that the operation does not name. */
export function otherCredentialChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const { operation, suite } = subject;
  const isOpen =
    operation.security.length === 0 || operation.security.some((schemes) => schemes.length === 0);
  if (isOpen) return [];
  const named = new Set(operation.security.flat());
  return schemesOf(suite.provider)
    .filter((scheme) => !named.has(scheme))
    .flatMap((scheme) => {
      const headers = credentialHeaders(suite.provider, scheme);
      if (headers === null) return [];
      return [
        {
          name: `is refused with the credentials of ${scheme}`,
          kind: 'request',
          async run(session, coverage) {
            const given = givenOf(subject, session, 'required', coverage);
            const { exchanges } = await perform(subject, session, given, {
              schemes: [],
              options: { headers },
            });
            const [exchange] = exchanges;
            if (exchange?.answer.status === 401) return;
            throw failure(
              subject,
              `the server takes the credentials of \`${scheme}\`, which the document does not name.`,
              { exchange },
            );
          },
        } satisfies Check<Client>,
      ];
    });
}

function schemesOf({ document }: Provider): readonly string[] {
  return members(member(member(document, 'components'), 'securitySchemes')).map(([name]) => name);
}
