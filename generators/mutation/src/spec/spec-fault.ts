import type { JsonValue, Locate } from '@plumbline/model';
import type { Fault } from '../fault.ts';
import { type OperationPart, operationsOf, type Part, schemasOf } from './document.ts';
import type { JsonEdit } from './json-edit.ts';
import { type Reach, reachOf } from './reach.ts';

/** A document of a spec, as operators see it. */
export interface SpecDocument {
  readonly file: string;
  readonly root: JsonValue;
  readonly locate: Locate;
  readonly operations: readonly OperationPart[];
  readonly schemas: readonly Part[];
  readonly reach: Reach;
}

/** A change that an operator finds to make. */
export interface SpecSite {
  readonly operator: string;
  /** What is changed. */
  readonly pointer: string;
  readonly what: string;
  readonly edits: readonly JsonEdit[];
  readonly equivalent?: string;
}

/** Finds every place where a kind of fault can be put into a document. */
export type SpecOperator = (document: SpecDocument) => readonly SpecSite[];

export function openSpec(file: string, root: JsonValue, locate: Locate): SpecDocument {
  return {
    file,
    root,
    locate,
    operations: operationsOf(root),
    schemas: schemasOf(root),
    reach: reachOf(root),
  };
}

export function specFault({ file, locate, reach }: SpecDocument, site: SpecSite): Fault {
  const { operator, pointer, what, edits, equivalent = null } = site;
  const operations = reach(pointer);
  const unused = operations.length === 0 ? 'No operation leads there.' : null;
  return {
    side: 'spec',
    operator,
    what,
    at: locate({ file, pointer }),
    operations,
    equivalent: equivalent ?? unused,
    change: { in: 'spec', file, edits },
  };
}
