import { type Encoded, mdx, mdxAttribute, type View } from '@plumbline/render';
import { aboutAnchor } from '../facts/anchors.ts';
import type { LinkedName, MethodFacts } from '../facts/method-facts.ts';
import type { MethodDetailsView } from './method-details.ts';
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
  readonly details: readonly MethodDetailsView[];
}

export interface LinkView extends View {
  readonly anchor: Encoded<'mdx'>;
  readonly name: Encoded<'mdx'>;
}

/** @param details by method name; methods that are bound to no operation have none. */
export function methodsView(
  methods: readonly MethodFacts[],
  details: ReadonlyMap<string, MethodDetailsView>,
  prose: Prose,
): MethodsView {
  return {
    rows: methods.map(({ name, anchor, verb, required, optional, description, notes }) => {
      const own = details.get(name);
      return {
        anchor: mdxAttribute(anchor),
        name: mdxAttribute(name),
        badge: own === undefined ? mdx`` : mdx` <MethodBadge http="${own.http}" path="${own.path}" />`,
        verb: mdxAttribute(verb),
        required: required.map(linkView),
        optional: optional.map(linkView),
        description: prose.cell(description, notes),
        about:
          own === undefined
            ? mdx``
            : mdx` <Nested label="Request and responses" href="#${mdxAttribute(aboutAnchor(name))}" />`,
      };
    }),
    details: [...details.values()],
  };
}

/** A name as code that leads to its row. */
function linkView({ name, anchor }: LinkedName): LinkView {
  return { anchor: mdxAttribute(anchor), name: codeName(name) };
}
