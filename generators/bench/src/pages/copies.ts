import type { InputFile } from '@plumbline/model';
import { readResourcePages } from '@plumbline/read-resource-pages';

/** So many copies of some pages, in folders of their own, each with an id of its own: as many different resources. */
export function copiesOf(originals: readonly InputFile[], count: number): readonly InputFile[] {
  // Each by itself: of two that share an id, reading them together keeps one.
  const ids = new Map(
    originals.flatMap((original) =>
      readResourcePages([original], { provider: null }).resources.map(({ file, id }) => [file, id.value]),
    ),
  );
  return Array.from({ length: count }, (_, n) => {
    const original = originals[n % originals.length];
    if (original === undefined) throw new Error('There are no pages to copy.');
    const round = Math.floor(n / originals.length);
    const id = ids.get(original.path);
    const text = id === undefined ? original.text : original.text.replaceAll(id, `${id}_${n}`);
    return { path: withFolder(original.path, round), text };
  });
}

/** `acme/users/groups.md` → `acme/users_7/groups.md`: a page without an id is named after its folder. */
function withFolder(file: string, round: number): string {
  const parts = file.split('/');
  const service = parts.length - 2;
  return parts.map((part, n) => (n === service ? `${part}_${round}` : part)).join('/');
}
