import type { Disagreement } from './compare.ts';

/** Who is right, by the specification. */
export interface Judgement {
  readonly what: string;
  readonly right: 'Prism' | 'we' | 'nobody';
  readonly why: string;
  readonly covers: (disagreement: Disagreement) => boolean;
}

const isAbout =
  (about: Disagreement['about'], ...keywords: readonly string[]) =>
  (each: Disagreement) =>
    each.about === about && (keywords.length === 0 || keywords.includes(each.keyword));

/** The first that covers a disagreement is about it. */
const JUDGEMENTS: readonly Judgement[] = [
  {
    what: 'a value that several variants of a `oneOf` allow',
    right: 'Prism',
    why: 'JSON Schema wants exactly one. We let it pass: documents rarely close their variants against one another.',
    covers: isAbout('request', 'oneOf'),
  },
  {
    what: 'answers that Prism makes, and then refuses itself',
    right: 'we',
    why: 'Patterns, dates and null of `nullable` that its sampler does not heed. Ours are checked before they are sent.',
    covers: isAbout('own answer', 'pattern', 'format', 'type', 'required', 'enum', 'oneOf'),
  },
  {
    what: '`writeOnly` members in an answer',
    right: 'we',
    why: 'They SHOULD NOT be sent in an answer (OpenAPI 3.1, section 4.8.24; 3.0.3, section 4.7.24.2).',
    covers: isAbout('answer', 'writeOnly'),
  },
  {
    what: 'a schema that a `discriminator` names, without a `oneOf` around it',
    right: 'we',
    why: 'It names the schema that describes the value (section 4.8.25); Prism holds it to the base alone.',
    covers: isAbout('answer', 'required', 'enum', 'pattern'),
  },
  {
    what: 'a member that one part of an `allOf` names, and that `additionalProperties` of another forbids',
    right: 'we',
    why: 'Each part holds by itself (JSON Schema 2020-12, section 10.2.1.1); Prism merges them into one.',
    covers: isAbout('answer', 'type'),
  },
];

/** How often each judgement is about a disagreement, and what none covers. */
export function judge(disagreements: readonly Disagreement[]): {
  readonly counts: ReadonlyMap<Judgement, number>;
  readonly unjudged: readonly Disagreement[];
} {
  const counts = new Map(JUDGEMENTS.map((judgement) => [judgement, 0]));
  const unjudged: Disagreement[] = [];
  for (const disagreement of disagreements) {
    const found = JUDGEMENTS.find(({ covers }) => covers(disagreement));
    if (found === undefined) unjudged.push(disagreement);
    else counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return { counts, unjudged };
}
