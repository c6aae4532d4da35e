import { DIALECTS, type DraftDiagnostic, diagnose, type PageParameterName } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import type { Listing, MethodPair, ResourcePair } from '../pair/pair.ts';
import { methodSubject } from './subject.ts';

const ROW_ANCHOR = /^parameter-/;

/**
 * The names that methods list beside the rows of the Parameters table: a name without a row, and a link that leads to
 * no row. Anchors of method names are left in peace: no published page has their targets.
 */
export function compareParamLinks({ resource, methods }: ResourcePair): readonly DraftDiagnostic[] {
  const { page } = resource;
  if (!DIALECTS[page.dialect].parametersTable) return [];
  const anchors = new Set(page.parameters.map(({ anchor }) => anchor));
  const hasBodyRows = givesRowsToBodyFields(methods);
  const lacking = groupBy(
    methods.flatMap((pair) => listingsWithoutRow(pair, hasBodyRows)),
    ({ listing }) => listing.as.name.value,
  );
  const reported = new Set([...lacking.values()].flat().map(({ listing }) => listing.as));
  const dead = methods.flatMap((pair) => {
    const unknown = unknownListings(pair);
    const listed = [...pair.method.required, ...(pair.method.optional ?? [])];
    return listed.flatMap((as) =>
      reported.has(as) ||
      unknown.has(as) ||
      as.anchor === null ||
      !ROW_ANCHOR.test(as.anchor) ||
      anchors.has(as.anchor)
        ? []
        : [linkDead(pair, as, as.anchor)],
    );
  });
  return [...[...lacking.values()].flatMap(rowMissing), ...dead];
}

/** Some pages do; most list body fields, linked, without a row. A row that a parameter has too is not meant for them. */
function givesRowsToBodyFields(methods: readonly MethodPair[]): boolean {
  const ofParams = new Set(methods.flatMap(({ params }) => params.map(({ row }) => row)));
  const fields = methods.flatMap(({ body }) => body?.fields ?? []);
  return fields.some(({ row }) => row !== null && !ofParams.has(row));
}

/** What the operation does not have is reported as that. */
function unknownListings({ operation, params }: MethodPair): ReadonlySet<PageParameterName> {
  const unknown = operation === null ? [] : params.filter(({ spec, isServer }) => spec === null && !isServer);
  return new Set(unknown.flatMap(({ listing }) => (listing === null ? [] : [listing.as])));
}

interface RowlessListing {
  readonly pair: MethodPair;
  readonly listing: Listing;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'server' | 'body';
}

function listingsWithoutRow(pair: MethodPair, hasBodyRows: boolean): readonly RowlessListing[] {
  const { operation, params, body } = pair;
  if (operation === null) return [];
  return [
    ...params.flatMap(({ listing, row, spec, isServer }): readonly RowlessListing[] =>
      listing === null || row !== null || (spec === null && !isServer)
        ? []
        : [{ pair, listing, in: spec?.in ?? 'server' }],
    ),
    ...(hasBodyRows ? (body?.fields ?? []) : []).flatMap(({ listing, row }): readonly RowlessListing[] =>
      listing === null || row !== null ? [] : [{ pair, listing, in: 'body' }],
    ),
  ];
}

/** A row that several methods lack is one row: it is missed where the first lists it. */
function rowMissing([first, ...others]: readonly RowlessListing[]): readonly DraftDiagnostic[] {
  if (first === undefined) return [];
  const { pair, listing, in: place } = first;
  const { value: name, source } = listing.as.name;
  return [
    diagnose({
      code: 'param-row-missing',
      args: { method: pair.method.name.value, name },
      at: source,
      subject: { ...methodSubject(pair), name, in: place, required: listing.required },
      related: others.map((one) => ({
        message: `\`${one.pair.method.name.value}\` lists it too`,
        place: one.listing.as.name.source,
      })),
    }),
  ];
}

function linkDead(pair: MethodPair, { name }: PageParameterName, anchor: string): DraftDiagnostic {
  return diagnose({
    code: 'param-link-dead',
    args: { method: pair.method.name.value, name: name.value, anchor },
    at: name.source,
    subject: { ...methodSubject(pair), name: name.value },
  });
}
