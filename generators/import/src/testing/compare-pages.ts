import {
  type PageField,
  type PageMethod,
  type PageParameter,
  printCellNotes,
  type ResourcePage,
} from '@plumbline/model';

/** How many of something there are, how many were read, and how many of these are right. */
export interface Score {
  readonly wanted: number;
  readonly read: number;
  readonly right: number;
}

export interface PageScores {
  readonly fields: Score;
  readonly methods: Score;
  readonly parameters: Score;
  /** What is not as it should be, as `field want | got`. */
  readonly wrong: readonly string[];
}

/**
 * Compares a page that was imported with its source, row by row: names, types, notes, verbs, lists and descriptions, which
 * lose their markup. Of the fields, those of `tabs` alone are in the text.
 */
export function comparePages(
  source: ResourcePage,
  imported: ResourcePage | undefined,
  tabs: 'first' | 'all',
): PageScores {
  const sets = tabs === 'first' ? source.fieldSets.slice(0, 1) : source.fieldSets;
  const wantedFields = sets.flatMap(({ method, fields }) =>
    fields.map((field) => factText(field, method?.value ?? '')),
  );
  const readFields = (imported?.fieldSets ?? []).flatMap(({ method, fields }) =>
    fields.map((field) => factText(field, method?.value ?? '')),
  );
  const wrong: string[] = [];
  const score = (what: string, wanted: readonly string[], read: readonly string[]): Score => {
    const left = new Set(wanted);
    const right = read.filter((one) => left.delete(one));
    const got = read.filter((one) => !right.includes(one));
    for (const one of left) wrong.push(`${what}: want ${one}`);
    for (const one of got) wrong.push(`${what}: got  ${one}`);
    return { wanted: wanted.length, read: read.length, right: right.length };
  };
  return {
    fields: score('field', wantedFields, readFields),
    methods: score('method', source.methods.map(methodText), (imported?.methods ?? []).map(methodText)),
    parameters: score(
      'parameter',
      source.parameters.map((one) => factText(one, '')),
      (imported?.parameters ?? []).map((one) => factText(one, '')),
    ),
    wrong,
  };
}

export function addScores(a: Score, b: Score): Score {
  return { wanted: a.wanted + b.wanted, read: a.read + b.read, right: a.right + b.right };
}

function factText({ name, type, description, notes }: PageField | PageParameter, owner: string): string {
  const shown = type === null ? '' : `${type.value.type} (${type.value.format})`;
  return [owner, name.value, shown, bare(`${description?.value ?? ''}${printCellNotes(notes)}`)].join(' | ');
}

function methodText({ name, verb, required, optional, description }: PageMethod): string {
  const names = (list: PageMethod['required']) => list.map((one) => one.name.value).join(',');
  return [
    name.value,
    verb?.value,
    names(required),
    names(optional ?? []),
    bare(description?.value ?? ''),
  ].join(' | ');
}

/** Without what rendering takes off: marks, links, tags and escapes; blanks and quotes as one kind. */
function bare(text: string): string {
  return text
    .replace(/!?\[([^\][]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/&#\d+;|&\w+;/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[`*_\\<>&]/g, '')
    .replace(/\s+/g, '');
}
