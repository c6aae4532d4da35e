import type { Field, Method, ProviderModel } from '@plumbline/model';
import { type Encoded, join, mdx, mdxAttribute, mdxInline, type View } from '@plumbline/render';
import { aboutAnchor, parameterAnchor, responseAnchor } from '../facts/anchors.ts';
import { bodyFields } from '../facts/body-fields.ts';
import { type OperationFacts, operationFacts, type ResponseFacts } from '../facts/operation-facts.ts';
import type { PageTools } from './facts-table.ts';
import { codeName } from './prose.ts';

type Mdx = Encoded<'mdx'>;

/** What is told of a method's request and responses below the Methods table. */
export interface MethodDetailsView extends View {
  readonly anchor: Mdx;
  readonly method: Mdx;
  readonly verb: Mdx;
  readonly http: Mdx;
  readonly path: Mdx;
  readonly deprecated: boolean;
  readonly facts: readonly { readonly label: Mdx; readonly value: Mdx }[];
  readonly responses: readonly {
    readonly anchor: Mdx;
    readonly status: Mdx;
    readonly meaning: Mdx;
    readonly body: Mdx;
  }[];
}

export interface DetailsOptions extends PageTools {
  readonly model: ProviderModel;
  /** The path of a source file, as the site knows it. */
  readonly sourceOf: (file: string) => string;
}

/** Null for a method that is bound to no operation. */
export function methodDetailsView(method: Method, options: DetailsOptions): MethodDetailsView | null {
  const facts = operationFacts(options.model, method);
  if (facts === null) return null;
  const { operation } = facts;
  return {
    anchor: mdxAttribute(aboutAnchor(method.name)),
    method: mdxAttribute(method.name),
    verb: mdxAttribute(method.sqlVerb),
    http: mdxAttribute(operation.method),
    path: mdxAttribute(operation.path),
    deprecated: method.deprecated,
    facts: factRows(method, facts, options),
    responses: facts.responses.map((one) => responseView(method, one, options)),
  };
}

function factRows(
  method: Method,
  { operation, params, security, pagination, rateLimit }: OperationFacts,
  { prose, sourceOf }: DetailsOptions,
): MethodDetailsView['facts'] {
  const rows: { readonly label: Mdx; readonly value: Mdx }[] = params.map(({ place, params: own }) => ({
    label: mdxInline(place),
    value: nameList(own),
  }));
  if (method.body !== null) {
    const { mediaType, required, description } = method.body;
    const text = description.trim() === '' ? mdx`` : mdx` ${prose.inline(description)}`;
    const fields = bodyFields(method);
    const named = fields.length === 0 ? mdx`` : mdx`: ${nameList(fields)}`;
    const state = required ? mdx`required` : mdx`optional`;
    rows.push({
      label: mdx`Body`,
      value: mdx`<code>${mdxInline(mediaType)}</code>, ${state}${named}${text}`,
    });
  }
  const alternatives = security.map(({ schemes }) =>
    join(
      schemes.map(({ name, scopes }) => {
        const scoped = join(
          scopes.map((scope) => mdx`<code>${mdxInline(scope)}</code>`),
          ', ',
        );
        return scopes.length === 0 ? mdxInline(name) : mdx`${mdxInline(name)} with scope ${scoped}`;
      }),
      ' and ',
    ),
  );
  rows.push({
    label: mdx`Credentials`,
    value:
      alternatives.filter((one) => one !== '').length === 0
        ? mdx`none`
        : join(
            alternatives.map((one) => (one === '' ? mdx`none` : one)),
            '; or ',
          ),
  });
  if (pagination !== null) rows.push({ label: mdx`Pages`, value: prose.inline(pagination) });
  if (rateLimit !== null) rows.push({ label: mdx`Rate limit`, value: prose.inline(rateLimit) });
  const { file, pointer } = operation.origin;
  rows.push({
    label: mdx`Specification`,
    value: mdx`<SpecLink file="${mdxAttribute(sourceOf(file))}" pointer="${mdxAttribute(pointer)}" />${operationId(operation.operationId)}`,
  });
  return rows;
}

function operationId(id: string | null): Mdx {
  return id === null ? mdx`` : mdx` <code>${mdxInline(id)}</code>`;
}

/** Names that lead to their rows; those that must be given are marked. */
function nameList(values: readonly Pick<Field, 'name' | 'required'>[]): Mdx {
  const links = values.map(({ name, required }) => {
    const link = mdx`<a href="#${mdxAttribute(parameterAnchor(name))}"><code>${codeName(name)}</code></a>`;
    return required ? mdx`${link} (required)` : link;
  });
  return join(links, ', ');
}

function responseView(
  method: Method,
  { response, meaning }: ResponseFacts,
  { prose, nested }: DetailsOptions,
): MethodDetailsView['responses'][number] {
  const { status, contents, headers } = response;
  const bodies = contents.map(({ mediaType, schema }) => {
    const inner = schema === null ? mdx`` : nested.of(schema);
    return mdx`<code>${mdxInline(mediaType)}</code>${inner}`;
  });
  const named = headers.map(({ name }) => mdx`<code>${mdxInline(name)}</code>`);
  const withHeaders = named.length === 0 ? mdx`` : mdx` (headers: ${join(named, ', ')})`;
  return {
    anchor: mdxAttribute(responseAnchor(method.name, status)),
    status: mdxInline(status),
    meaning: mdx`${prose.inline(meaning)}${withHeaders}`,
    body: bodies.length === 0 ? mdx`no body` : join(bodies, '; '),
  };
}
