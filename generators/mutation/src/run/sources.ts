import type { InputFile } from '@plumbline/model';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { parseDocument } from '@plumbline/yaml';
import { clientFaults } from '../client/operators.ts';
import type { Fault, Side } from '../fault.ts';
import { pageFaults } from '../page/operators.ts';
import { serverFaults } from '../server/operators.ts';
import { specFaults } from '../spec/operators.ts';
import { openSpec } from '../spec/spec-fault.ts';
import type { Generated, OpenProvider } from './provider-run.ts';
import type { Files } from './workspace.ts';

/** Every fault that a provider can have on these sides. */
export function faultsOf(
  { documents, provider }: OpenProvider,
  generated: Generated,
  runtime: Files,
  sides: readonly Side[],
): readonly Fault[] {
  const bySide: { readonly [S in Side]: () => readonly Fault[] } = {
    spec: () => documents.spec.flatMap((file) => specFaults(specOf(file))),
    page: () => pageFaultsOf(documents.pages, provider, generated),
    client: () =>
      [...generated.files, ...runtime]
        .filter(([file]) => /^(?:client|runtime)\/src\/.*\.ts$/.test(file))
        .flatMap(([file, text]) => clientFaults({ file, text }, generated.model.document)),
    server: () => serverFaults(generated.provider),
  };
  return sides.flatMap((side) => bySide[side]());
}

/** A file of a spec as data. Throws for what is none: it was read before. */
export function specOf(file: InputFile) {
  const parsed = parseDocument(file);
  if ('problem' in parsed) throw new Error(`${file.path}: ${parsed.reason}`);
  return openSpec(parsed.file, parsed.value, parsed.locate);
}

function pageFaultsOf(files: readonly InputFile[], provider: string, { model }: Generated): readonly Fault[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const resources = new Map(
    model.services.flatMap(({ resources: each }) => each.map((resource) => [resource.id, resource] as const)),
  );
  return readResourcePages(files, { provider }).resources.flatMap((page) => {
    const methods = resources.get(page.id.value)?.methods ?? [];
    const operations = new Map(methods.map(({ name, operation }) => [name, operation]));
    const text = texts.get(page.file) ?? '';
    return pageFaults({ text, page, operationOf: (method) => operations.get(method) ?? null });
  });
}
