import {
  type CellNotes,
  type PageField,
  type PageParameter,
  type PageParameterName,
  type PageType,
  type ProviderModel,
  parseCellNotes,
  printCellNotes,
  type Resource,
  type ResourcePage,
  type SqlVerb,
} from '@plumbline/model';
import { fenceText, firstParagraph, markdownText } from '@plumbline/render';
import { parameterAnchor } from './facts/anchors.ts';
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
    readonly required: readonly Listed[];
    readonly optional: readonly Listed[];
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

interface Listed {
  readonly name: string;
  readonly anchor: string | null;
}

interface ValueFacts {
  readonly name: string;
  readonly wireName: string | null;
  readonly type: PageType | null;
  readonly description: string;
  readonly notes: CellNotes;
}

/** The projection of a resource of the model to what its page says. */
export function pageFacts(model: ProviderModel, resource: Resource): PageFacts {
  const facts = resourceFacts(model, resource, firstParagraph);
  const { id, name, kind, summary, lifecycle, fieldSets, methods, parameters, examples } = facts;
  return {
    id,
    name,
    kind,
    summary: markdownText(summary),
    overview: lifecycle === null ? [] : [{ label: 'Lifecycle', text: markdownText(lifecycle) }],
    fieldSets:
      fieldSets.length === 0
        ? [{ method: null, caption: '', unsupported: true, fields: [] }]
        : fieldSets.map(({ method, caption, fields }) => ({
            method,
            caption: markdownText(caption),
            unsupported: false,
            fields: fields.map(valueFacts),
          })),
    methods: methods.map(({ description, notes, ...method }) => ({
      ...method,
      description: cellText(description, notes),
    })),
    parameters: [...parameters.params, ...parameters.bodyFields].map((row) => ({
      ...valueFacts(row),
      anchor: parameterAnchor(row.name),
    })),
    examples: examples.flatMap(({ verb, methods: shown }) =>
      shown.map(({ method, description, sql }) => ({
        verb,
        method: method.name,
        description: markdownText(description),
        sql: fenceText(sql),
      })),
    ),
  };
}

/** What a page that was read says. */
export function factsOfPage(page: ResourcePage): PageFacts {
  return {
    id: page.id.value,
    name: page.name.value,
    kind: page.kind,
    summary: page.summary?.value ?? '',
    overview: page.overview.map(({ label, text }) => ({ label, text: text.value })),
    fieldSets: page.fieldSets.map(({ method, caption, unsupported, fields }) => ({
      method: method?.value ?? null,
      caption,
      unsupported,
      fields: fields.map(readFacts),
    })),
    methods: page.methods.map(({ name, anchor, verb, required, optional, description }) => ({
      name: name.value,
      anchor,
      verb: verb?.value ?? null,
      required: required.map(listed),
      optional: (optional ?? []).map(listed),
      description: description?.value ?? '',
    })),
    parameters: page.parameters.map((row) => ({ ...readFacts(row), anchor: row.anchor })),
    examples: page.examples
      .filter(({ language }) => language === 'sql')
      .map(({ verb, method, description, text }) => ({
        verb,
        method: method?.value ?? null,
        description,
        sql: text.value,
      })),
  };
}

/** Prose and notes as a reader parts them: a parenthesis that ends the prose may be taken for a note. */
function valueFacts({
  name,
  type,
  format,
  description,
  notes,
}: Pick<RowFacts, 'name' | 'type' | 'format' | 'description' | 'notes'>): ValueFacts {
  const read = parseCellNotes(cellText(description, notes));
  return {
    name,
    wireName: read.notes.pairs.wire ?? null,
    type: { type, format: format ?? null },
    description: read.prose,
    notes: read.notes,
  };
}

function readFacts({ name, wireName, type, description, notes }: PageField | PageParameter): ValueFacts {
  return {
    name: name.value,
    wireName,
    type: type?.value ?? null,
    description: description?.value ?? '',
    notes,
  };
}

function listed({ name, anchor }: PageParameterName): Listed {
  return { name: name.value, anchor };
}

function cellText(description: string, notes: CellNotes): string {
  return `${markdownText(description)}${printCellNotes(notes)}`.trim();
}
