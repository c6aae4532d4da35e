import type { PageMethod } from '@plumbline/model';
import type { DocumentedResource } from '../resources.ts';

/** A method and the resource that it is of. */
export interface Documented {
  readonly resource: DocumentedResource;
  readonly method: PageMethod;
}
