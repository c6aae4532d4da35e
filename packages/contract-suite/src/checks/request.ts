import type { Check } from '../check.ts';
import { expectSent } from '../sent.ts';
import { type CallWish, failure, perform, type Subject } from '../subject.ts';
import { cover, givenOf } from './given-of.ts';

/** The request equals the document's in every part: with what is required, with everything, with each alternative of credentials. */
export function requestChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const [, ...others] = subject.method.security;
  const hasMore = subject.slots.some(({ required, place }) => !required || place === 'body');
  const check = (name: string, extent: 'required' | 'full', wish: CallWish = {}): Check<Client> => ({
    name,
    kind: 'request',
    run: async (session, coverage) => {
      const given = givenOf(subject, session, extent, coverage);
      const outcome = await perform(subject, session, given, wish);
      cover(given, coverage, session.contract);
      const exchange = expectSent(subject, given, outcome);
      const wanted = wish.schemes ?? subject.method.security[0] ?? [];
      const missing = wanted.find((scheme) => !exchange.schemes.includes(scheme));
      if (missing !== undefined)
        throw failure(subject, `the credentials of \`${missing}\` are not sent.`, { exchange });
    },
  });
  return [
    check('sends what is required', 'required'),
    ...(hasMore ? [check('sends everything that is accepted', 'full')] : []),
    ...others.map((schemes) =>
      check(
        `sends the credentials of ${schemes.length === 0 ? 'nobody' : schemes.join(' and ')}`,
        'required',
        { schemes },
      ),
    ),
  ];
}
