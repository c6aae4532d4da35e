import { type DraftDiagnostic, diagnose, type Source } from '@plumbline/model';
import type { Line } from '../text/lines.ts';
import { readOperation } from './read-operation.ts';
import type { Reference, ReferenceOperation } from './reference.ts';
import { segmentsOf } from './segments.ts';
import { paragraphs, referenceLines } from './text-lines.ts';

/** What the text of an API reference holds; what it does not hold, or leaves open, is a finding. */
export function readReference(
  lines: readonly Line[],
  start: Source,
): { readonly reference: Reference; readonly diagnostics: readonly DraftDiagnostic[] } {
  const { preamble, operations: segments } = segmentsOf(referenceLines(lines));
  const diagnostics: DraftDiagnostic[] = [];
  const operations = new Map<string, ReferenceOperation>();
  for (const segment of segments) {
    const { operation, diagnostics: found } = readOperation(segment);
    const name = `${operation.method.toUpperCase()} ${operation.path}`;
    const earlier = operations.get(name);
    if (earlier === undefined) {
      operations.set(name, operation);
      diagnostics.push(...found, ...gapsOf(operation, name));
    } else {
      const args = { operation: name };
      const related = [{ message: 'The one that is kept.', place: earlier.source }];
      diagnostics.push(
        diagnose({ code: 'import-operation-repeated', args, at: segment.source, subject: args, related }),
      );
    }
  }
  if (operations.size === 0)
    diagnostics.push(diagnose({ code: 'import-operations-missing', args: {}, at: start }));
  else diagnostics.push(diagnose({ code: 'import-fragment-partial', args: {}, at: start }));
  const { title, version, description } = headOf(
    preamble.map(({ text }) => text),
    paragraphs(preamble),
  );
  return { reference: { title, version, description, operations: [...operations.values()] }, diagnostics };
}

/** The first line is the title; ReDoc puts the version behind it. */
function headOf(
  lines: readonly string[],
  whole: string,
): Pick<Reference, 'title' | 'version' | 'description'> {
  const first = lines.find((text) => text !== '') ?? null;
  if (first === null) return { title: null, version: null, description: '' };
  const [, title = first, version = null] =
    /^(.{1,200}?) \((v?\d[\w.+-]{0,40})\)$/.exec(first.slice(0, 300)) ?? [];
  const description = whole
    .slice(first.length)
    .trim()
    .replace(/^Download OpenAPI specification:\s*Download\s*/, '');
  return { title, version, description };
}

/** What an operation lacks that the fragment has a place for. */
function gapsOf(
  { params, path, responses, security, source }: ReferenceOperation,
  operation: string,
): readonly DraftDiagnostic[] {
  const at = source;
  const subject = { operation };
  const declared = new Set(params.flatMap((param) => (param.in === 'path' ? [param.name] : [])));
  const undescribed = templateNames(path).filter((name) => !declared.has(name));
  const bare = responses.filter(
    ({ schema, status }) => schema === null && !/^(?:1|204|205|304)/.test(status),
  );
  return [
    ...undescribed.map((name) =>
      diagnose({ code: 'import-path-param-undescribed', args: { name, operation }, at, subject }),
    ),
    ...(responses.length === 0
      ? [diagnose({ code: 'import-responses-missing', args: { operation }, at, subject })]
      : []),
    ...(bare.length === 0
      ? []
      : [
          diagnose({
            code: 'import-schema-missing',
            args: { operation, statuses: bare.map(({ status }) => status) },
            at: bare[0]?.source ?? at,
            subject,
          }),
        ]),
    ...security.flatMap(({ scheme, type, source: place }) =>
      type === null
        ? [diagnose({ code: 'import-security-unclear', args: { scheme, operation }, at: place, subject })]
        : [],
    ),
  ];
}

/** The names in the braces of a path. */
export function templateNames(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name]) => name ?? []))];
}
