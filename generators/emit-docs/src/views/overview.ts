import { type Encoded, mdx, mdxAttribute, type View } from '@plumbline/render';
import type { ResourceFacts } from '../facts/resource-facts.ts';
import type { Prose } from './prose.ts';

export interface OverviewView extends View {
  readonly name: Encoded<'mdx'>;
  readonly type: Encoded<'mdx'>;
  readonly id: Encoded<'mdx'>;
  readonly lifecycle: Encoded<'mdx'> | null;
}

export function overviewView({ name, kind, id, lifecycle }: ResourceFacts, prose: Prose): OverviewView {
  return {
    name: mdxAttribute(name),
    type: kind === 'view' ? mdx`View` : mdx`Resource`,
    id: mdxAttribute(id),
    lifecycle: lifecycle === null ? null : prose.inline(lifecycle),
  };
}
