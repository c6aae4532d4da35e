import { NOTE_FLAGS } from '@plumbline/model';
import { addFlags, removeFlags, rowChange } from '../page/changes.ts';
import { fieldFacts } from '../page/facts.ts';
import type { RowPlace } from '../page/open-page.ts';
import { type Fixer, methodOf, rowOf } from './fixer.ts';

/** Ends the description of a method, a parameter or a field with `(deprecated)`. */
export const markDeprecated: Fixer = (finding, changes) => {
  const place = rowOfAny(finding, changes);
  if (place === null) return false;
  addFlags(rowChange(changes, place), ['deprecated']);
  return true;
};

export const unmarkDeprecated: Fixer = (finding, changes) => {
  const place = rowOfAny(finding, changes);
  if (place === null) return false;
  removeFlags(rowChange(changes, place), ['deprecated']);
  return true;
};

/** Takes off what a field is marked as without being it. */
export const unmarkField: Fixer = (finding, changes) => {
  const place = rowOf(changes, finding, 'fields');
  const field = methodOf(changes, finding)?.model?.fields.find(
    ({ wireName }) => wireName === finding.subject.name,
  );
  if (place === null || field === undefined) return false;
  const { required, deprecated } = fieldFacts(field);
  const has = {
    required,
    deprecated,
    'read-only': field.readOnly,
    'write-only': field.writeOnly,
    nullable: field.nullable,
  };
  removeFlags(
    rowChange(changes, place),
    NOTE_FLAGS.filter((flag) => flag !== 'deprecated' && !has[flag]),
  );
  return true;
};

function rowOfAny(...[finding, changes]: Parameters<Fixer>): RowPlace | null {
  return (
    rowOf(changes, finding, 'methods') ??
    rowOf(changes, finding, 'parameters') ??
    rowOf(changes, finding, 'fields')
  );
}
