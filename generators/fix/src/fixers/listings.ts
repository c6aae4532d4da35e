import type { Diagnostic, PageParameterName } from '@plumbline/model';
import type { Slot } from '../examples/slot.ts';
import { methodChange, type PageChanges, shownBy, statementChange } from '../page/changes.ts';
import { bareName, bodyFieldOf, bodyName, factsOf, paramOf, rowOf } from '../page/facts.ts';
import { type OpenMethod, type OpenPage, offsetOf } from '../page/open-page.ts';
import { dropNamed } from './example-items.ts';
import { type Fixer, methodOf, offsetIn } from './fixer.ts';

/** A required parameter: in the method's row, in the Parameters table and in the examples. */
export const addRequired: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const { name } = finding.subject;
  if (method === null || name === undefined) return false;
  addListing(changes, method, name, 'required');
  passParam(changes, method, name);
  return true;
};

export const addOptional: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const { name } = finding.subject;
  if (method === null || name === undefined) return false;
  addListing(changes, method, name, 'optional');
  return true;
};

/** The path parameters that tell which row a mutation is of. */
export const addPathParams: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const missing = method?.model?.params.filter(
    (param) => param.in === 'path' && !isListed(method, param.wireName),
  );
  if (method === null || missing === undefined || missing.length === 0) return false;
  for (const { wireName } of missing) {
    addListing(changes, method, wireName, 'required');
    passParam(changes, method, wireName);
  }
  return true;
};

/** A required body field: in the method's row and in the examples. */
export const addBodyField: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const { name } = finding.subject;
  if (method === null || name === undefined) return false;
  const written = usesPrefix(changes.open) ? bodyName(name) : name;
  const hasRow = givesRowsToBodyFields(changes.open);
  methodChange(changes, method).required.set(written, {
    name: written,
    anchor: hasRow ? `parameter-${written}` : null,
  });
  if (hasRow && rowOf(changes.open, written) === null) changes.paramRows.set(written, method);
  passBodyField(changes, method, name);
  return true;
};

export const showBodyField: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const { name } = finding.subject;
  if (method === null || name === undefined) return false;
  return passBodyField(changes, method, name, 1);
};

/** Takes a name out of a method's row. */
export const unlist: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const listed = listedAt(changes, method, finding);
  if (method === null || listed === null) return false;
  methodChange(changes, method).remove.add(offsetOf(changes.open.layout, listed.name.source));
  return true;
};

/** Takes a name out of a method's row and out of what its examples pass. */
export const unlistEverywhere: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const listed = listedAt(changes, method, finding);
  if (method === null || listed === null || !unlist(finding, changes)) return false;
  for (const shown of shownBy(changes, method)) dropNamed(changes, shown, listed.name.value);
  return true;
};

/** Moves a name to the other cell of its row. */
export function moveTo(column: 'required' | 'optional'): Fixer {
  return (finding, changes) => {
    const method = methodOf(changes, finding);
    const listed = listedAt(changes, method, finding);
    if (method === null || listed === null) return false;
    const change = methodChange(changes, method);
    change.remove.add(offsetOf(changes.open.layout, listed.name.source));
    change[column].set(listed.name.value, { name: listed.name.value, anchor: listed.anchor });
    return true;
  };
}

/** Takes the link off a name. */
export const unlink: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const listed = listedAt(changes, method, finding);
  if (method === null || listed === null) return false;
  methodChange(changes, method).unlink.add(offsetOf(changes.open.layout, listed.name.source));
  return true;
};

/** The row of a name that a method lists. */
export const addParamRow: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const { name } = finding.subject;
  if (method === null || name === undefined) return false;
  changes.paramRows.set(name, method);
  return true;
};

/** What an example leaves out of the required ones. */
export const passRequired: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const { name } = finding.subject;
  if (method === null || name === undefined) return false;
  // What leaves the row, or becomes optional there, need not be passed.
  const change = changes.methods.get(method);
  const listed = method.page.required.find((one) => one.name.value === name);
  if (listed !== undefined && change?.remove.has(offsetOf(changes.open.layout, listed.name.source)) === true)
    return true;
  const isParam = paramOf(method, name) !== null || bodyFieldOf(method, name) === null;
  return isParam ? passParam(changes, method, name) : passBodyField(changes, method, bareName(name));
};

function addListing(
  changes: PageChanges,
  method: OpenMethod,
  name: string,
  column: 'required' | 'optional',
): void {
  const { open } = changes;
  const row = rowOf(open, name);
  const anchor = open.abilities.parametersTable ? (row?.anchor ?? `parameter-${name}`) : null;
  methodChange(changes, method)[column].set(name, { name, anchor: row?.anchor === null ? null : anchor });
  if (open.abilities.parametersTable && row === null) changes.paramRows.set(name, method);
}

function slotOf({ open }: PageChanges, method: OpenMethod, name: string, required: boolean): Slot {
  return { name, required, type: factsOf(open, method, name)?.type ?? 'string' };
}

/** Lets the examples of a method pass a parameter; those that do already stay. */
function passParam(changes: PageChanges, method: OpenMethod, name: string): boolean {
  let isDone = false;
  // A body field of the same name is passed as that.
  const isAlsoBodyField = bodyFieldOf(method, name) !== null;
  for (const shown of shownBy(changes, method)) {
    const { says } = shown;
    const passed = [...says.parameters, ...says.undecided, ...(isAlsoBodyField ? [] : says.bodyFields)];
    if (says.verb !== method.page.verb?.value || passed.some((one) => one.name.value === name)) continue;
    const slot = slotOf(changes, method, name, true);
    statementChange(changes, shown, method).params.set(name, slot);
    if (says.verb === 'insert') changes.manifest.set(name, { ...slot, isBody: false });
    isDone = true;
  }
  return isDone;
}

/** Lets the examples of a method send a body field, all of them or so many. */
function passBodyField(
  changes: PageChanges,
  method: OpenMethod,
  name: string,
  most = Number.POSITIVE_INFINITY,
): boolean {
  const facts = bodyFieldOf(method, name);
  let done = 0;
  for (const shown of shownBy(changes, method)) {
    const { says } = shown;
    const sent = [...says.bodyFields, ...says.undecided, ...says.parameters].map((one) => one.name.value);
    const isSent = [...sent, ...says.jsonKeys.map(({ value }) => value)].includes(name);
    if (done >= most || isSent) continue;
    const column = says.verb !== 'exec' && usesPrefix(changes.open) ? bodyName(name) : name;
    const slot = { name: column, required: facts?.required ?? false, type: facts?.type ?? 'string' };
    const added = statementChange(changes, shown, method);
    // A statement that sets nothing says in WHERE what it sends.
    const isSetting = says.verb !== 'select' && says.verb !== 'delete';
    (isSetting ? added.bodyFields : added.params).set(name, slot);
    if (says.verb === 'insert') changes.manifest.set(name, { ...slot, isBody: true });
    done += 1;
  }
  return done > 0;
}

function listedAt(
  changes: PageChanges,
  method: OpenMethod | null,
  finding: Diagnostic,
): PageParameterName | null {
  const at = offsetIn(changes, finding);
  const listed = [...(method?.page.required ?? []), ...(method?.page.optional ?? [])];
  return listed.find(({ name }) => offsetOf(changes.open.layout, name.source) === at) ?? null;
}

function isListed({ page }: OpenMethod, name: string): boolean {
  return [...page.required, ...(page.optional ?? [])].some((listed) => listed.name.value === name);
}

/** Whether the page marks its body fields; where it has none, as its dialect does. */
function usesPrefix({ page, abilities, methods }: OpenPage): boolean {
  if (abilities.bodyPrefix) return true;
  const statements = page.examples.flatMap((example) => example.statements);
  const sent = statements.flatMap(({ bodyFields }) => bodyFields);
  const listed = methods.flatMap((method) => method.page.required.map(({ name }) => name.value));
  return sent.some(({ prefixed }) => prefixed) || listed.some((name) => bareName(name) !== name);
}

function givesRowsToBodyFields({ page, methods }: OpenPage): boolean {
  if (page.parameters.length === 0) return false;
  const fields = new Set(
    methods.flatMap((method) =>
      [...method.page.required, ...(method.page.optional ?? [])]
        .map(({ name }) => name.value)
        .filter((name) => paramOf(method, name) === null && bodyFieldOf(method, name) !== null),
    ),
  );
  const ofParams = new Set(methods.flatMap(({ model }) => model?.params.map(({ name }) => name) ?? []));
  return page.parameters.some(({ name }) => fields.has(name.value) && !ofParams.has(name.value));
}
