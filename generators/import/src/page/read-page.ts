import { type DraftDiagnostic, diagnose, type Source } from '@plumbline/model';
import { type Line, proseText } from '../text/lines.ts';
import { nameSet } from '../text/name-set.ts';
import { openExamples, placeExamples } from './examples.ts';
import { type FactRows, readFactRows } from './fact-rows.ts';
import { readFieldSets } from './field-sets.ts';
import { readMethodRows } from './method-rows.ts';
import { type Outline, type OutlinedTable, outlineOf } from './outline.ts';
import { readOverview } from './overview.ts';
import { placeLists } from './place-lists.ts';
import type { MethodColumn, RenderedPage } from './rendered-page.ts';
import type { FactColumn } from './tables.ts';

/** Pages have a few hundred rows and a dozen examples: what goes far beyond is not looked up. */
const MOST_TEXT = 100_000;
const MOST_CAPTIONS = 200;

/** What the rendered text of a provider page holds; what it does not hold, or leaves open, is a finding. */
export function readRenderedPage(
  lines: readonly Line[],
  start: Source,
): { readonly page: RenderedPage; readonly diagnostics: readonly DraftDiagnostic[] } {
  const diagnostics: DraftDiagnostic[] = [];
  const outline = outlineOf(lines);
  const { fields, methods: methodTables, parameters: parameterTables } = tablesByKind(outline);
  const open = openExamples(outline.blocks);
  for (const { block, reason } of open.unread) {
    diagnostics.push(diagnose({ code: 'import-example-unreadable', args: { reason }, at: block.source }));
  }
  const statements = open.examples.flatMap(({ facts }) => (facts === null ? [] : [facts]));
  const exampleParams = statements.flatMap((facts) => [
    ...facts.required,
    ...facts.optional,
    ...facts.assigned,
  ]);
  const methodText = methodTables
    .flatMap((table) => table.lines.map(({ text }) => text))
    .join('\n')
    .slice(0, MOST_TEXT);
  const parameters = readTables(parameterTables, {
    names: nameSet(exampleParams),
    isMentioned: (name) => methodText.includes(name),
  });
  const methodColumns = (methodTables[0]?.columns ?? []) as readonly MethodColumn[];
  const known = {
    params: nameSet([...parameters.rows.map(({ name }) => name), ...exampleParams]),
    names: new Set([
      ...lines.flatMap(({ role, text }) => (role === 'tab' ? [text] : [])),
      ...statements.flatMap(({ named }) => named ?? []),
    ]),
    captions: outline.blocks
      .slice(0, MOST_CAPTIONS)
      .flatMap(({ above }) => above.findLast(({ text }) => text !== '')?.text ?? []),
  };
  const openRows = methodTables.flatMap(({ columns, layout, lines: body }) =>
    readMethodRows({ columns: columns as readonly MethodColumn[], layout, body }, known),
  );
  const described = openRows.map(({ name, verb, description }) => ({
    name,
    verb,
    description: proseText(description),
  }));
  const examples = placeExamples(open.examples, described);
  const placed = placeLists(
    openRows,
    methodColumns,
    examples.flatMap(({ facts, method }) => (facts === null ? [] : [{ ...facts, method }])),
  );
  const fieldSets = readFieldSets(fields, {
    known: { names: nameSet(statements.flatMap(({ columns }) => columns)), isMentioned: () => false },
    methods: placed.rows,
    examples,
  });

  for (const { name, other, source } of [...parameters.doubtful, ...fieldSets.doubtful]) {
    diagnostics.push(
      diagnose({ code: 'import-row-doubtful', args: { name, other }, at: source, subject: { name } }),
    );
  }
  for (const { name, inferred, source } of openRows) {
    if (inferred.length > 0) {
      const args = { method: name, names: inferred };
      diagnostics.push(
        diagnose({ code: 'import-names-doubtful', args, at: source, subject: { method: name } }),
      );
    }
  }
  for (const { name, source } of placed.doubtful) {
    diagnostics.push(
      diagnose({
        code: 'import-column-doubtful',
        args: { method: name },
        at: source,
        subject: { method: name },
      }),
    );
  }
  for (const { method, source } of fieldSets.missing) {
    diagnostics.push(
      diagnose({ code: 'import-tab-missing', args: { method }, at: source, subject: { method } }),
    );
  }
  for (const { method, source } of fieldSets.sets) {
    if (method === null && fieldSets.sets.length > 1)
      diagnostics.push(diagnose({ code: 'import-tab-unnamed', args: {}, at: source }));
  }
  const top = lines.slice(0, Math.min(lines.length, ...outline.tables.map((table) => table.start)));
  const overview = readOverview(top);
  const resources = new Set(statements.map(({ resource }) => resource));
  const id = overview.id ?? (resources.size === 1 ? ([...resources][0] ?? null) : null);
  if (id === null) diagnostics.push(diagnose({ code: 'import-id-missing', args: {}, at: start }));
  const unsupported =
    lines.find(({ text }) => /^`?SELECT`? not supported\b/.test(text.slice(0, 40)))?.text ?? null;
  const page = withoutRepeated(
    {
      id,
      name: id === null ? null : id.slice(id.lastIndexOf('.') + 1),
      type: overview.type,
      summary: overview.summary,
      fieldSets: fieldSets.sets,
      unsupported,
      methods: placed.rows,
      methodColumns,
      parameters: parameters.rows,
      examples,
    },
    diagnostics,
  );
  diagnostics.push(...missingSections(page, start));
  diagnostics.push(...unreadTables(outline, page));
  return { page, diagnostics };
}

/** The first row of each name: a table has no place for two. */
function withoutRepeated(page: RenderedPage, diagnostics: DraftDiagnostic[]): RenderedPage {
  const once = <Row extends { readonly name: string; readonly source: Source }>(
    section: string,
    rows: readonly Row[],
  ) => {
    const seen = new Set<string>();
    return rows.filter(({ name, source }) => {
      if (!seen.has(name)) return seen.add(name);
      diagnostics.push(
        diagnose({ code: 'import-row-repeated', args: { section, name }, at: source, subject: { name } }),
      );
      return false;
    });
  };
  return {
    ...page,
    fieldSets: page.fieldSets.map((set) => ({ ...set, rows: once('Fields', set.rows) })),
    methods: once('Methods', page.methods),
    parameters: once('Parameters', page.parameters),
  };
}

function readTables(tables: readonly OutlinedTable[], known: Parameters<typeof readFactRows>[1]): FactRows {
  const read = tables.map(({ columns, layout, lines }) =>
    readFactRows({ columns: columns as readonly FactColumn[], layout, body: lines }, known),
  );
  return { rows: read.flatMap(({ rows }) => rows), doubtful: read.flatMap(({ doubtful }) => doubtful) };
}

/** A table of names and types is of Fields or Parameters by its title, or by whether the methods stand after it. */
function tablesByKind({ tables }: Outline): {
  readonly fields: readonly OutlinedTable[];
  readonly methods: readonly OutlinedTable[];
  readonly parameters: readonly OutlinedTable[];
} {
  const methods = tables.filter(({ kind }) => kind === 'methods');
  const facts = tables.filter(({ kind }) => kind === 'facts');
  const firstMethods = methods[0]?.start ?? Number.POSITIVE_INFINITY;
  const isParameters = ({ title, start }: OutlinedTable): boolean => {
    if (title?.title === 'Parameters') return true;
    return title?.title !== 'Fields' && start > firstMethods;
  };
  return {
    fields: facts.filter((table) => !isParameters(table)),
    methods,
    parameters: facts.filter(isParameters),
  };
}

function missingSections(page: RenderedPage, at: Source): readonly DraftDiagnostic[] {
  const missing = [
    ...(page.fieldSets.length === 0 && page.unsupported === null ? ['Fields'] : []),
    ...(page.methods.length === 0 ? ['Methods'] : []),
    ...(page.parameters.length === 0 &&
    page.methodColumns.includes('optional') &&
    page.methods.some(({ required, optional }) => required.length + optional.length > 0)
      ? ['Parameters']
      : []),
  ];
  return missing.map((section) => diagnose({ code: 'import-section-missing', args: { section }, at }));
}

/** Tables of which not one row could be read, though something stands there. */
function unreadTables({ tables }: Outline, page: RenderedPage): readonly DraftDiagnostic[] {
  const read = new Set(
    [...page.methods, ...page.parameters, ...page.fieldSets.flatMap(({ rows }) => rows)].map(
      ({ source }) => source.line,
    ),
  );
  return tables.flatMap(({ lines, source, kind, hasRowsInHeader }) => {
    const isEmpty = lines.every(({ text }) => text === '');
    const isRead = isEmpty || lines.some((line) => read.has(line.source.line));
    if (isRead && !hasRowsInHeader) return [];
    const section = kind === 'methods' ? 'Methods' : 'Fields or Parameters';
    return [diagnose({ code: 'import-table-unreadable', args: { section }, at: source })];
  });
}
