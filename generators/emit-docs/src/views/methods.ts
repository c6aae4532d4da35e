import { type Encoded, mdxAttribute, type View } from '@plumbline/render';
import type { LinkedName, MethodFacts } from '../facts/method-facts.ts';
import { codeName, type Prose } from './prose.ts';

export interface MethodsView extends View {
  readonly rows: readonly {
    readonly anchor: Encoded<'mdx'>;
    readonly name: Encoded<'mdx'>;
    readonly verb: Encoded<'mdx'>;
    readonly required: readonly LinkView[];
    readonly optional: readonly LinkView[];
    readonly description: Encoded<'mdx'>;
  }[];
}

export interface LinkView extends View {
  readonly anchor: Encoded<'mdx'>;
  readonly name: Encoded<'mdx'>;
}

export function methodsView(methods: readonly MethodFacts[], prose: Prose): MethodsView {
  return {
    rows: methods.map(({ name, anchor, verb, required, optional, description, notes }) => ({
      anchor: mdxAttribute(anchor),
      name: mdxAttribute(name),
      verb: mdxAttribute(verb),
      required: required.map(linkView),
      optional: optional.map(linkView),
      description: prose.cell(description, notes),
    })),
  };
}

/** A name as code that leads to its row. */
export function linkView({ name, anchor }: LinkedName): LinkView {
  return { anchor: mdxAttribute(anchor), name: codeName(name) };
}
