import type { SpecOrigin } from '@plumbline/model';

/**
 * Where a node of the document that is read stands in the files that people wrote. For an ordinary file that is the
 * node's own pointer; behind an upgrade, a bundle or an overlay it is another one, or another file.
 */
export type Place = (pointer: string) => SpecOrigin;

/** The places of a document that is read as it was written. */
export function placesIn(file: string): Place {
  return (pointer) => ({ file, pointer });
}
