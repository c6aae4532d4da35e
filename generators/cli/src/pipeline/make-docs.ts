import { emitDocs } from '@plumbline/emit-docs';
import type { Diagnostic, Emission, InputFile, ProviderModel } from '@plumbline/model';
import { type NamingFolders, sourceName } from '../inputs/source-name.ts';

/** What docs are made of: plain data, so that another thread can make them. */
export interface DocsQuestion {
  readonly model: ProviderModel;
  /** What the documents are found to say wrong, settled. */
  readonly findings: readonly Diagnostic[];
  readonly folders: NamingFolders;
  /** Where the files of the folder of the config can be edited; null: nobody says. */
  readonly editUrl: string | null;
  /** What changed from version to version; null: nobody says. */
  readonly changelog: InputFile | null;
}

export function makeDocs({ model, findings, folders, editUrl, changelog }: DocsQuestion): Emission {
  const sourceOf = (file: string): string => sourceName(file, folders);
  return emitDocs(model, {
    findings,
    sourceOf,
    ...(editUrl !== null && { editUrl }),
    ...(changelog !== null && { changelog }),
  });
}
