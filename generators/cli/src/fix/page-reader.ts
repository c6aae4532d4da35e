import { byCodeUnit, type DraftDiagnostic, type InputFile, isSpecOrigin, type Pages } from '@plumbline/model';
import { readResourcePages } from '@plumbline/read-resource-pages';

/** Reads pages again and again, each time only those that changed. */
export function pageReader(provider: string): (files: readonly InputFile[]) => Pages {
  let known: { readonly texts: ReadonlyMap<string, string>; readonly pages: Pages } | null = null;
  return (files) => {
    const earlier = known;
    const changed = files.filter(({ path, text }) => earlier?.texts.get(path) !== text);
    const partly = earlier === null ? null : merged(earlier.pages, changed, provider);
    const pages = partly ?? readResourcePages(files, { provider });
    known = { texts: new Map(files.map(({ path, text }) => [path, text])), pages };
    return pages;
  };
}

/** The pages with the changed ones in place of what they were; null where one page may hide another. */
function merged(earlier: Pages, changed: readonly InputFile[], provider: string): Pages | null {
  const fresh = readResourcePages(changed, { provider });
  const paths = new Set(changed.map(({ path }) => path));
  const isOther = (file: string): boolean => !paths.has(file);
  const resources = [...earlier.resources.filter(({ file }) => isOther(file)), ...fresh.resources];
  const hides = (findings: readonly DraftDiagnostic[]): boolean =>
    findings.some(({ code }) => code === 'page-id-duplicate');
  const ids = new Set(resources.map(({ id }) => id.value));
  if (ids.size < resources.length || hides(earlier.diagnostics) || hides(fresh.diagnostics)) return null;
  const byFile = <T extends { readonly file: string }>(all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => byCodeUnit(a.file, b.file));
  return {
    resources: byFile(resources),
    indexes: byFile([...earlier.indexes.filter(({ file }) => isOther(file)), ...fresh.indexes]),
    ignores: [...earlier.ignores.filter(({ code }) => isOther(code.source.file)), ...fresh.ignores],
    diagnostics: [
      ...earlier.diagnostics.filter(({ place }) => isSpecOrigin(place) || isOther(place.file)),
      ...fresh.diagnostics,
    ],
  };
}
