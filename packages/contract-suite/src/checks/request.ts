import type { Check } from '../check.ts';
import { expectSent } from '../sent.ts';
import { type CallWish, failure, perform, type Subject, usualSchemes } from '../subject.ts';
import { cover, givenOf } from './given-of.ts';

/** The request equals the document's in every part: with what is required, with everything, with each alternative of credentials. */
export function requestChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  // What each call is given anyway is met before any other.
  const others = subject.carried.schemes.length > 0 ? [] : otherAlternatives(subject.method.security);
  const hasMore = subject.slots.some(({ required, place }) => !required || place === 'body');
  const check = (name: string, extent: 'required' | 'full', wish: CallWish = {}): Check<Client> => ({
    name,
    kind: 'request',
    run: async (session, coverage) => {
      const given = givenOf(subject, session, extent, coverage);
      const outcome = await perform(subject, session, given, wish);
      cover(given, coverage, session.contract);
      const exchange = expectSent(subject, given, outcome);
      const wanted = wish.schemes ?? usualSchemes(subject);
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

/** All but the first; not those that hold all of an earlier one, which is met before them. */
export function otherAlternatives(all: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return all.filter((schemes, i) => {
    const isMet = (earlier: readonly string[]): boolean =>
      earlier.length > 0 && earlier.every((scheme) => schemes.includes(scheme));
    return i > 0 && !all.slice(0, i).some(isMet);
  });
}
