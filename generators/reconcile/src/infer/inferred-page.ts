import {
  dictionary,
  type Located,
  type PageMethod,
  type ResourcePage,
  type Source,
  type SqlVerb,
} from '@plumbline/model';

/** There is no page: nobody reads this place, since what is inferred is not compared. */
const NOWHERE: Source = { file: '', line: 1, column: 1 };

/** A resource that no page documents, in the shape of a page. */
export function inferredPage({
  id,
  name,
  summary,
  methods,
}: {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly methods: readonly PageMethod[];
}): ResourcePage {
  return {
    file: '',
    dialect: 'N2',
    frontMatter: dictionary(),
    id: located(id),
    name: located(name),
    kind: 'resource',
    summary: summary === '' ? null : located(summary),
    overview: [],
    fieldSets: [],
    methods,
    parameters: [],
    examples: [],
    sections: { overview: null, fields: null, methods: null, parameters: null },
  };
}

export function inferredMethod(name: string, verb: SqlVerb): PageMethod {
  return {
    name: located(name),
    anchor: null,
    verb: located(verb),
    required: [],
    optional: [],
    description: null,
    source: NOWHERE,
  };
}

function located<T>(value: T): Located<T> {
  return { value, source: NOWHERE };
}
