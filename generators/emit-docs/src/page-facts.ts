import {
  type CellNotes,
  type JsonValue,
  type PageType,
  parseCellNotes,
  type ProviderModel,
  printCellNotes,
  type Resource,
  type ResourcePage,
  type SqlVerb,
} from '@plumbline/model';
import { mdxMarkdown } from '@plumbline/render';
import { parameterAnchor } from './facts/anchors.ts';
import type { LinkedName } from './facts/method-facts.ts';
import { resourceFacts } from './facts/resource-facts.ts';
import type { RowFacts } from './facts/row-facts.ts';

/** What a page of the current format says of its resource, places and layout left out: two equal ones say the same. */
export interface PageFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: ResourcePage['kind'];
  readonly summary: string;
  readonly overview: readonly { readonly label: string; readonly text: string }[];
  readonly fieldSets: readonly {
    readonly method: string | null;
    readonly caption: string;
    readonly unsupported: boolean;
    readonly fields: readonly ValueFacts[];
  }[];
  readonly methods: readonly {
    readonly name: string;
    readonly anchor: string | null;
    readonly verb: SqlVerb | null;
    readonly required: readonly { readonly name: string; readonly anchor: string | null }[];
    readonly optional: readonly { readonly name: string; readonly anchor: string | null }[];
    readonly description: string;
  }[];
  readonly parameters: readonly (ValueFacts & { readonly anchor: string | null })[];
  readonly examples: readonly {
    readonly verb: SqlVerb;
    readonly method: string | null;
    readonly description: string;
    readonly sql: string;
  }[];
}

interface ValueFacts {
  readonly name: string;
  readonly wireName: string | null;
  readonly type: PageType | null;
  readonly description: string;
  readonly notes: CellNotes;
}
