import { type Encoded, mdx, mdxAttribute, type View } from '@plumbline/render';
import type { MethodData } from '../data/page-data.ts';
import type { LinkedName, MethodFacts } from '../facts/method-facts.ts';
import { codeName, type Prose } from './prose.ts';

export interface MethodsView extends View {
  readonly rows: readonly {
    readonly anchor: Encoded<'mdx'>;
    readonly name: Encoded<'mdx'>;
    /** HTTP method and path. */
    readonly badge: Encoded<'mdx'>;
    readonly verb: Encoded<'mdx'>;
    readonly required: readonly LinkView[];
    readonly optional: readonly LinkView[];
    readonly description: Encoded<'mdx'>;
    /** Leads to the details. */
    readonly about: Encoded<'mdx'>;
  }[];
  /** The places of the methods in the page's data. */
  readonly details: readonly number[];
}

export interface LinkView extends View {
  readonly anchor: Encoded<'mdx'>;
  readonly name: Encoded<'mdx'>;
}

/** @param details methods that are bound to no operation have none. */
export function methodsView(
  methods: readonly MethodFacts[],
  details: readonly (readonly [name: string, data: MethodData])[],
  prose: Prose,
): MethodsView {
  const byName = new Map(details);
  return {
    rows: methods.map(({ name, anchor, verb, required, optional, description, notes }) => {
      const own = byName.get(name);
      return {
        anchor: mdxAttribute(anchor),
        name: mdxAttribute(name),
        badge:
          own === undefined
            ? mdx``
            : mdx` <MethodBadge http="${mdxAttribute(own.http)}" path="${mdxAttribute(own.path)}" />`,
        verb: mdxAttribute(verb),
        required: required.map(linkView),
        optional: optional.map(linkView),
        description: prose.cell(description, notes),
        about:
          own === undefined
            ? mdx``
            : mdx` <Nested label="Request and responses" href="#${mdxAttribute(own.id)}" />`,
      };
    }),
    details: [...details.keys()],
  };
}

/** A name as code that leads to its row. */
function linkView({ name, anchor }: LinkedName): LinkView {
  return { anchor: mdxAttribute(anchor), name: codeName(name) };
}
