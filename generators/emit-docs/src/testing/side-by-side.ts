import type { CellNotes, PageField, PageParameter, PageStatement, ResourcePage } from '@plumbline/model';

/** A page as it is written, and as it is read. */
export interface WrittenPage {
  readonly text: string;
  readonly page: ResourcePage;
}

/**
 * What a published page tells and ours does not: headings and anchors, and of each row its name, type, words, notes and
 * the addresses that it leads to; of each example its statements, with the names that they give and read. Body fields
 * have no `data__` here, which StackQL's pages put before them.
 * @param beside the texts of our page's data, for rows whose meaning depends on the method.
 */
export function untold(theirs: WrittenPage, ours: WrittenPage, beside: readonly string[]): readonly string[] {
  const told = new Set(factsOf(ours));
  const described = descriptionsOf(ours.page);
  const words = Map.groupBy(described, ({ of }) => of);
  const wordsBeside = beside.map(wordsOf);
  const addresses = new Set([...described.map(({ text }) => text), ...beside].flatMap(addressesIn));
  const missing = factsOf(theirs).filter((fact) => !told.has(fact));
  for (const { of, text } of descriptionsOf(theirs.page)) {
    const wanted = wordsOf(text);
    const own = (words.get(of) ?? []).map((one) => wordsOf(one.text));
    if (![...own, ...wordsBeside].some((one) => one.includes(wanted))) missing.push(`${of}: ${wanted}`);
    const lost = addressesIn(text).filter((address) => !addresses.has(address));
    missing.push(...lost.map((address) => `${of}: ${address}`));
  }
  return isSubsequence(headingsOf(theirs.text), headingsOf(ours.text)) ? missing : ['headings', ...missing];
}

/** The sections of a page, in order. */
export function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^## +(.*?) *(?:\{\/\*.*)?$/gm)].map(([, title = '']) => title);
}

function isSubsequence(wanted: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const one of all) if (one === wanted[next]) next += 1;
  return next === wanted.length;
}

function factsOf({ text, page }: WrittenPage): readonly string[] {
  const anchors = [...text.matchAll(/ (?:id|href)="#?([\w-]+)"/g)].map(([, id = '']) => `#${unprefixed(id)}`);
  return [
    `kind ${page.kind}`,
    ...anchors,
    ...page.fieldSets.flatMap(({ method, fields }) =>
      fields.flatMap((field) => rowFacts(`field ${method?.value} ${field.name.value}`, field)),
    ),
    ...page.methods.flatMap(({ name, verb, required, optional }) => {
      const of = `method ${name.value}`;
      return [
        `${of} by ${verb?.value}`,
        ...required.map((param) => `${of} needs ${unprefixed(param.name.value)}`),
        ...[...required, ...(optional ?? [])].map((param) => `${of} takes ${unprefixed(param.name.value)}`),
      ];
    }),
    ...page.parameters.flatMap((row) => rowFacts(`parameter ${unprefixed(row.name.value)}`, row)),
    ...page.examples.flatMap(({ method, statements }) =>
      statements.flatMap((statement) => statementFacts(`example ${method?.value}`, statement)),
    ),
  ];
}

function rowFacts(of: string, { type, notes }: PageField | PageParameter): readonly string[] {
  const { type: name = null, format = null } = type?.value ?? {};
  return [of, ...(name === null ? [] : [`${of} is ${name} ${format ?? ''}`]), ...noteFacts(of, notes)];
}

function noteFacts(of: string, { listed, pairs, flags }: CellNotes): readonly string[] {
  return [
    ...(listed ?? []).map((value) => `${of} may be ${value.replaceAll('`', '')}`),
    ...Object.entries(pairs).map(([name, value]) => `${of} ${name}: ${value}`),
    ...flags.map((flag) => `${of} ${flag}`),
  ];
}

function statementFacts(of: string, statement: PageStatement): readonly string[] {
  const { verb, columns, parameters, bodyFields, undecided, jsonKeys, returning } = statement;
  const given = [...parameters, ...bodyFields, ...undecided].map(({ name }) => name);
  return [
    `${of} ${verb} ${statement.resource.value}`,
    ...columns.map(({ value }) => `${of} reads ${value}`),
    ...[...given, ...jsonKeys].map(({ value }) => `${of} gives ${unprefixed(value)}`),
    ...returning.map(({ value }) => `${of} returns ${value}`),
  ];
}

function descriptionsOf(page: ResourcePage): readonly { readonly of: string; readonly text: string }[] {
  const fields = page.fieldSets.flatMap(({ method, fields: own }) =>
    own.map((field) => ({
      of: `field ${method?.value} ${field.name.value}`,
      text: field.description?.value,
    })),
  );
  const methods = page.methods.map(({ name, description }) => ({
    of: `method ${name.value}`,
    text: description?.value,
  }));
  const parameters = page.parameters.map(({ name, description }) => ({
    of: `parameter ${unprefixed(name.value)}`,
    text: description?.value,
  }));
  // An example says again what its method does.
  const examples = page.examples.map(({ method, description }) => ({
    of: `method ${method?.value}`,
    text: description,
  }));
  return [...fields, ...methods, ...parameters, ...examples].map(({ of, text = '' }) => ({ of, text }));
}

/** `parameter-data__name` and `data__name` without the prefix of body fields. */
function unprefixed(name: string): string {
  return name.replace(/^(parameter-)?data__/, '$1');
}

/** The words of a text, whatever marks it up. */
function wordsOf(text: string): string {
  return text
    .replace(/https?:[^\s"')]+|\]\([^)]*\)|<br ?\/?>|&#?\w+;/g, ' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s"')]+/g)].map(([address]) => address.replace(/[.,;:]+$/, ''));
}

/** The texts of a page's data, as they are shown, with the addresses that they lead to. */
export function textsOf(data: unknown): readonly string[] {
  if (Array.isArray(data)) return data.flatMap(textsOf);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => (name === 'text' ? [shown(value)] : textsOf(value)));
}

function shown(text: unknown): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(shown).join('');
  if (typeof text !== 'object' || text === null) return '';
  const { of, href, rows, head } = text as { readonly [name: string]: unknown };
  return [shown(of), shown(head), shown(rows), href === undefined ? '' : ` ${href} `].join('');
}
