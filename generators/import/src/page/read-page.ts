import { type DraftDiagnostic, diagnose, type Source } from '@plumbline/model';
import { type Line, proseText } from '../text/lines.ts';
import { nameSet } from '../text/name-set.ts';
import { openExamples, placeExamples } from './examples.ts';
import { type FactRows, readFactRows } from './fact-rows.ts';
import { readFieldSets } from './field-sets.ts';
import { missingSections, openFindings, unreadTables } from './findings.ts';
import { type KnownMethods, type OpenMethodRow, readMethodRows } from './method-rows.ts';
import { type Outline, type OutlinedTable, outlineOf } from './outline.ts';
import { readOverview } from './overview.ts';
import { placeLists } from './place-lists.ts';
import type { MethodColumn, RenderedPage } from './rendered-page.ts';
import type { FactColumn } from './tables.ts';

/** Pages have a few hundred rows and a dozen examples: what goes far beyond is not looked up. */
const MOST_TEXT = 100_000;
const MOST_CAPTIONS = 200;

export interface ReadPage {
  readonly page: RenderedPage;
  /** What the text does not hold, or leaves open. */
  readonly diagnostics: readonly DraftDiagnostic[];
}

/** What the rendered text of a provider page holds; what it does not hold, or leaves open, is a finding. */
export function readRenderedPage(lines: readonly Line[], start: Source): ReadPage {
  const outline = outlineOf(lines);
  const tables = tablesByKind(outline);
  const open = openExamples(outline.blocks);
  const statements = open.examples.flatMap(({ facts }) => facts ?? []);
  const exampleParams = statements.flatMap(({ required, optional, assigned }) => [
    ...required,
    ...optional,
    ...assigned,
  ]);
  const methodText = textOf(tables.methods);
  const parameters = readTables(tables.parameters, {
    names: nameSet(exampleParams),
    isMentioned: (name) => methodText.includes(name),
  });
  const rows = readMethods(tables.methods, {
    params: nameSet([...parameters.rows.map(({ name }) => name), ...exampleParams]),
    names: new Set([...tabsOf(lines), ...statements.flatMap(({ named }) => named ?? [])]),
    captions: captionsOf(outline),
  });
  const described = rows.map(({ name, verb, description }) => ({
    name,
    verb,
    description: proseText(description),
  }));
  const examples = placeExamples(open.examples, described);
  const methodColumns = (tables.methods[0]?.columns ?? []) as readonly MethodColumn[];
  const shown = examples.flatMap(({ facts, method }) => (facts === null ? [] : [{ ...facts, method }]));
  const placed = placeLists(rows, methodColumns, shown);
  const fieldSets = readFieldSets(tables.fields, {
    known: { names: nameSet(statements.flatMap(({ columns }) => columns)), isMentioned: () => false },
    methods: placed.rows,
    examples,
  });
  const overview = readOverview(
    lines.slice(0, Math.min(lines.length, ...outline.tables.map((one) => one.start))),
  );
  const id = overview.id ?? onlyOne(statements.map(({ resource }) => resource));
  const { page, diagnostics } = withoutRepeated({
    id,
    name: id === null ? null : id.slice(id.lastIndexOf('.') + 1),
    type: overview.type,
    summary: overview.summary,
    fieldSets: fieldSets.sets,
    unsupported:
      lines.find(({ text }) => /^`?SELECT`? not supported\b/.test(text.slice(0, 40)))?.text ?? null,
    methods: placed.rows,
    methodColumns,
    parameters: parameters.rows,
    examples,
  });
  return {
    page,
    diagnostics: [
      ...openFindings({ unread: open.unread, parameters, rows, placed, fieldSets }),
      ...(id === null ? [diagnose({ code: 'import-id-missing', args: {}, at: start })] : []),
      ...diagnostics,
      ...missingSections(page, start),
      ...unreadTables(outline, page),
    ],
  };
}

function textOf(tables: readonly OutlinedTable[]): string {
  const lines = tables.flatMap((table) => table.lines.map(({ text }) => text));
  return lines.join('\n').slice(0, MOST_TEXT);
}

function tabsOf(lines: readonly Line[]): readonly string[] {
  return lines.flatMap(({ role, text }) => (role === 'tab' ? [text] : []));
}

/** The last text above each example, which describes its method. */
function captionsOf({ blocks }: Outline): readonly string[] {
  return blocks
    .slice(0, MOST_CAPTIONS)
    .flatMap(({ above }) => above.findLast(({ text }) => text !== '')?.text ?? []);
}

function onlyOne(names: readonly string[]): string | null {
  const [first, ...others] = new Set(names);
  return first === undefined || others.length > 0 ? null : first;
}

function readMethods(tables: readonly OutlinedTable[], known: KnownMethods): readonly OpenMethodRow[] {
  return tables.flatMap(({ columns, layout, lines }) =>
    readMethodRows({ columns: columns as readonly MethodColumn[], layout, body: lines }, known),
  );
}

/** The page with the first row of each name: a table has no place for two. */
function withoutRepeated(page: RenderedPage): ReadPage {
  const diagnostics: DraftDiagnostic[] = [];
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
  const whole = {
    ...page,
    fieldSets: page.fieldSets.map((set) => ({ ...set, rows: once('Fields', set.rows) })),
    methods: once('Methods', page.methods),
    parameters: once('Parameters', page.parameters),
  };
  return { page: whole, diagnostics };
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
