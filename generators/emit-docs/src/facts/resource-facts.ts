import { type Method, type ProviderModel, type Resource, SQL_VERBS, type SqlVerb } from '@plumbline/model';
import { type FieldSetFacts, fieldSets } from './field-facts.ts';
import { type MethodFacts, methodFacts } from './method-facts.ts';
import { type ParameterRows, parameterRows } from './parameter-rows.ts';
import { summaryOf } from './purpose.ts';
import { templateSql } from './statements.ts';

/** What a page says of its resource: plain text, in the order of the page. */
export interface ResourceFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: 'resource' | 'view';
  readonly summary: string;
  readonly lifecycle: string | null;
  /** Empty where the resource cannot be selected from. */
  readonly fieldSets: readonly FieldSetFacts[];
  readonly methods: readonly MethodFacts[];
  readonly parameters: ParameterRows;
  readonly examples: readonly ExampleFacts[];
}

/** The examples of one verb. */
export interface ExampleFacts {
  readonly verb: SqlVerb;
  readonly methods: readonly {
    readonly method: Method;
    /** The first paragraph: the whole stands in the Methods table. */
    readonly description: string;
    readonly sql: string;
  }[];
}

/** The projection of a resource to what its page has a place for. */
export function resourceFacts(
  model: ProviderModel,
  resource: Resource,
  firstParagraph: (text: string) => string,
): ResourceFacts {
  const { id, name, kind, lifecycle, methods } = resource;
  const byVerb = (verb: SqlVerb) => methods.filter(({ sqlVerb }) => sqlVerb === verb);
  return {
    id,
    name,
    kind,
    summary: summaryOf(resource, firstParagraph),
    lifecycle,
    fieldSets: fieldSets(model, byVerb('select')),
    methods: methods.map(methodFacts),
    parameters: parameterRows(methods, model.schemas),
    examples: SQL_VERBS.flatMap((verb) => {
      const own = byVerb(verb).map((method) => ({
        method,
        description: firstParagraph(method.description) || 'No description available.',
        sql: templateSql(model.provider, resource, method),
      }));
      return own.length === 0 ? [] : [{ verb, methods: own }];
    }),
  };
}
