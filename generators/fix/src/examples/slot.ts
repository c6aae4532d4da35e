import { quoteIdentifier } from '@plumbline/sql';

/** A parameter or a body field that a statement is to pass. */
export interface Slot {
  /** As the statement names it, the prefix of body fields included. */
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
}

/** What a statement is to pass besides, and what it is to leave out. */
export interface StatementChange {
  /** Parameters of the path, the query and so on. */
  readonly params: readonly Slot[];
  readonly bodyFields: readonly Slot[];
  /** Items that go, by where they start. */
  readonly remove: ReadonlySet<number>;
}

const BARE = new Set(['boolean', 'integer', 'number']);
const BODY_PREFIX = /^data__/;

/** A name of a statement; published pages leave dashes bare, which the dialect's parsers take. */
export function slotName(name: string): string {
  return /^[A-Za-z_$][\w$]*(?:[-.][\w$]+)*$/.test(name) ? name : quoteIdentifier(name);
}

/** `'{{ userId }}'`. Values of WHERE are quoted whatever they are. */
export function slotValue({ name, type }: Slot, isQuoted: boolean): string {
  const template = `{{ ${templateName(name)} }}`;
  return isQuoted || !BARE.has(type) ? `'${template}'` : template;
}

/** A member of a JSON body. */
export function jsonMember({ name, type }: Slot): string {
  const template = `{{ ${templateName(name)} }}`;
  return `${JSON.stringify(name).replaceAll("'", "''")}: ${BARE.has(type) ? template : `"${template}"`}`;
}

function templateName(name: string): string {
  return name.replace(BODY_PREFIX, '').replace(/[^\w.$#-]+/g, '_');
}
