import type { Operation } from '@plumbline/model';
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
    /** The details, to open in place. */
    readonly about: Encoded<'mdx'>;
  }[];
}

/** What a method calls, and what its page tells of that. */
export interface MethodDetails {
  readonly method: string;
  readonly operation: Pick<Operation, 'method' | 'path'>;
  readonly data: MethodData;
}

export interface LinkView extends View {
  readonly anchor: Encoded<'mdx'>;
  readonly name: Encoded<'mdx'>;
}

/** @param details in the order of the page's data; methods that are bound to no operation have none. */
export function methodsView(
  methods: readonly MethodFacts[],
  details: readonly MethodDetails[],
  prose: Prose,
): MethodsView {
  const byName = new Map(details.map(({ method, operation }, place) => [method, { operation, place }]));
  return {
    rows: methods.map(({ name, anchor, verb, required, optional, description, notes }) => {
      const own = byName.get(name);
      return {
        anchor: mdxAttribute(anchor),
        name: mdxAttribute(name),
        badge:
          own === undefined
            ? mdx``
            : mdx` <MethodBadge http="${mdxAttribute(own.operation.method)}" path="${mdxAttribute(own.operation.path)}" />`,
        verb: mdxAttribute(verb),
        required: required.map(linkView),
        optional: optional.map(linkView),
        description: prose.cell(description, notes),
        about: own === undefined ? mdx`` : mdx` <MethodDetails of={facts.methods[${own.place}]} />`,
      };
    }),
  };
}

/** A name as code that leads to its row. */
function linkView({ name, anchor }: LinkedName): LinkView {
  return { anchor: mdxAttribute(anchor), name: codeName(name) };
}
