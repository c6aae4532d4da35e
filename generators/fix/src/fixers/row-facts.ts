import { CONSTRAINT_KEYS, type Diagnostic, type NoteKey } from '@plumbline/model';
import { cellOf, nameIn, proseOf } from '@plumbline/read-resource-pages';
import { type PageChanges, rowChange, setPairs } from '../page/changes.ts';
import {
  allowedValues,
  boundsOf,
  type Facts,
  factsListed,
  fieldFacts,
  typeText,
  valueText,
} from '../page/facts.ts';
import { type OpenMethod, offsetOf, type RowPlace } from '../page/open-page.ts';
import { type Fixer, methodOf, offsetIn, rowOf } from './fixer.ts';

/** A row of the Parameters table or of a Fields table. */
export type RowKind = 'parameters' | 'fields';

interface FactRow {
  readonly place: RowPlace;
  /** What the spec says of what the row tells: of each method that shares it. */
  readonly sides: readonly Facts[];
}

function factRow(changes: PageChanges, finding: Diagnostic, kind: RowKind): FactRow | null {
  const place = rowOf(changes, finding, kind);
  if (place === null) return null;
  const cell = cellOf(place.table, place.row, 'name');
  const name = cell === null ? null : nameIn(changes.open.layout, cell);
  if (name === null) return null;
  const sides =
    kind === 'parameters'
      ? factsListed(changes.open, name.value)
      : fieldSides(changes, methodOf(changes, finding), name.value);
  return sides.length === 0 ? null : { place, sides };
}

/** A table in a tab is its method's alone; one without is of all that can be selected from. */
function fieldSides(
  { open: { methods, abilities } }: PageChanges,
  own: OpenMethod | null,
  name: string,
): readonly Facts[] {
  const others = abilities.fieldsPerMethod ? [] : methods.filter(({ page }) => page.verb?.value === 'select');
  const all = own === null ? others : [own, ...others.filter((method) => method !== own)];
  return all.flatMap(({ model }) =>
    (model?.fields ?? []).filter((field) => field.name === name && field.schema !== null).map(fieldFacts),
  );
}

export function mendType(kind: RowKind): Fixer {
  return (finding, changes) => {
    const found = factRow(changes, finding, kind);
    const told = found?.sides.find(({ type }) => type !== 'any') ?? found?.sides[0];
    if (found === null || told === undefined) return false;
    rowChange(changes, found.place).type = typeText(told, changes.open.abilities.formats);
    return true;
  };
}

/** The format of the type that the row has. */
export function mendFormat(kind: RowKind): Fixer {
  return (finding, changes) => {
    const found = factRow(changes, finding, kind);
    const documented = documentedType(changes, finding, kind);
    const told = found?.sides.find(({ type }) => type === documented) ?? found?.sides[0];
    if (found === null || told === undefined) return false;
    rowChange(changes, found.place).type = typeText(told, changes.open.abilities.formats);
    return true;
  };
}

function documentedType(changes: PageChanges, finding: Diagnostic, kind: RowKind): string | null {
  const { page, layout } = changes.open;
  const rows = kind === 'parameters' ? page.parameters : page.fieldSets.flatMap(({ fields }) => fields);
  const at = offsetIn(changes, finding);
  const row = rows.find(({ type }) => type !== null && offsetOf(layout, type.source) === at);
  return row?.type?.value.type ?? null;
}

export function mendEnum(kind: RowKind): Fixer {
  return (finding, changes) => {
    const found = factRow(changes, finding, kind);
    const values = found?.sides.map(allowedValues).find((one) => one !== null) ?? null;
    if (found === null || values === null) return false;
    const change = rowChange(changes, found.place);
    change.notes = { ...change.notes, listed: values };
    return true;
  };
}

export function mendDefault(kind: RowKind): Fixer {
  return (finding, changes) => {
    const found = factRow(changes, finding, kind);
    if (found === null) return false;
    const given = found.sides.find((facts) => facts.default !== undefined)?.default;
    setPairs(rowChange(changes, found.place), [['default', given === undefined ? null : valueText(given)]]);
    return true;
  };
}

/** Bounds of the spec that the row lacks, and those that it has otherwise. */
export function mendBounds(kind: RowKind): Fixer {
  return (finding, changes) => {
    const found = factRow(changes, finding, kind);
    if (found === null) return false;
    const bounds = new Map<NoteKey, string | null>();
    for (const key of CONSTRAINT_KEYS) {
      const values = found.sides.flatMap((facts) => boundsOf(facts).filter(([bound]) => bound === key));
      bounds.set(key, values[0]?.[1] ?? null);
    }
    setPairs(rowChange(changes, found.place), bounds);
    return true;
  };
}

export function describe(kind: RowKind): Fixer {
  return (finding, changes) => {
    const found = factRow(changes, finding, kind);
    const text = found?.sides.find(({ description }) => description.trim() !== '')?.description;
    if (found === null || text === undefined) return false;
    const cell = cellOf(found.place.table, found.place.row, 'description');
    // A text that somebody wrote is not written over.
    if (cell === null || /^[^(]*[^\s(]/.test(proseOf(changes.open.layout, cell))) return false;
    const change = rowChange(changes, found.place);
    change.notes = { ...change.notes, description: text };
    return true;
  };
}

/** The default of a server variable: the config's. */
export const mendServerDefault: Fixer = (finding, changes) => {
  const place = rowOf(changes, finding, 'parameters');
  const variable = changes.open.model.serverVariables.find(({ name }) => name === finding.subject.name);
  if (place === null || variable === undefined) return false;
  setPairs(rowChange(changes, place), [['default', variable.default]]);
  return true;
};

export const mendServerType: Fixer = (finding, changes) => {
  const place = rowOf(changes, finding, 'parameters');
  if (place === null) return false;
  rowChange(changes, place).type = 'string';
  return true;
};
