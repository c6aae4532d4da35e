import type { InputFile } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { dump } from 'js-yaml';

/**
 * A spec as an overlay of ours amends it, for generators that cannot read the original. Throws where a part of the
 * overlay does nothing: it is out of date then.
 */
export function mend(spec: InputFile, overlay: InputFile): string {
  const read = readOpenApi([spec], { overlays: [overlay] });
  const problems =
    'unreadable' in read
      ? read.unreadable
      : read.diagnostics.filter(({ place }) => place.file === overlay.path);
  if (problems.length > 0 || 'unreadable' in read) {
    throw new Error(problems.map(({ message }) => message).join('\n'));
  }
  return dump(read.document, { noRefs: true, lineWidth: -1 });
}
