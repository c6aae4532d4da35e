import { createRequire } from 'node:module';
import { childPointer, type DraftDiagnostic, diagnose, isObject, member } from '@plumbline/model';
import { locateReference } from '../bundle/locator.ts';
import type { Node } from '../document/node.ts';
import type { OpenFile } from '../document/open-file.ts';
import { type AmendedFile, amendFile, type Path } from './amended-file.ts';
import type { Overlay } from './open-overlay.ts';

/** Loaded for the first overlay, at once: reading is not asynchronous. */
const load = createRequire(import.meta.url);

interface Action {
  readonly target: string;
  /** Undefined: remove. */
  readonly update: Node | undefined;
  readonly pointer: string;
}

/**
 * The files of a spec as overlays amend them, one after the other. An overlay that names one of the files in `extends` is
 * for that one, any other for all of them.
 */
export function applyOverlays(
  files: readonly OpenFile[],
  overlays: readonly Overlay[],
): { readonly files: readonly OpenFile[]; readonly findings: readonly DraftDiagnostic[] } {
  if (overlays.length === 0) return { files, findings: [] };
  const findings: DraftDiagnostic[] = [];
  const amended = new Map(files.map((file) => [file.file, amendFile(file)]));
  for (const overlay of overlays) {
    const extended = extendedFile(overlay);
    const one = extended === null ? undefined : amended.get(extended);
    const targets = one === undefined ? [...amended.values()] : [one];
    for (const node of overlay.actions) {
      const action = readAction(overlay, node, findings);
      if (action !== null) carryOut(action, { overlay, targets, findings });
    }
  }
  const bringsReferences = overlays.some(({ file }) => file.refersOutside());
  return {
    files: [...amended.values()].map((file) => {
      const whole = file.file();
      return { ...whole, refersOutside: () => bringsReferences || whole.refersOutside() };
    }),
    findings,
  };
}

function extendedFile(overlay: Overlay): string | null {
  if (overlay.extends === null) return null;
  const location = locateReference(overlay.extends, overlay.file.file, '.');
  return location.path;
}

function readAction({ file }: Overlay, node: Node, findings: DraftDiagnostic[]): Action | null {
  const { value, pointer } = node;
  const target = member(value, 'target');
  const update = member(value, 'update');
  const isRemoval = member(value, 'remove') === true;
  const reason = !isObject(value)
    ? 'it is no mapping'
    : typeof target !== 'string'
      ? 'it has no `target`'
      : update === undefined && !isRemoval
        ? 'it has neither `update` nor `remove: true`'
        : null;
  if (reason !== null || typeof target !== 'string') {
    const args = { reason: reason ?? '' };
    findings.push(diagnose({ code: 'overlay-action-invalid', args, at: file.place(pointer) }));
    return null;
  }
  const change =
    isRemoval || update === undefined
      ? undefined
      : { value: update, pointer: childPointer(pointer, 'update') };
  return { target, update: change, pointer: childPointer(pointer, 'target') };
}

interface Surroundings {
  readonly overlay: Overlay;
  readonly targets: readonly AmendedFile[];
  readonly findings: DraftDiagnostic[];
}

function carryOut(action: Action, { overlay, targets, findings }: Surroundings): void {
  const { target, update, pointer } = action;
  const { place } = overlay.file;
  let matches = 0;
  for (const file of targets) {
    const paths = pathsOf(file, target);
    if (typeof paths === 'string') {
      const args = { target, reason: paths };
      findings.push(diagnose({ code: 'overlay-target-invalid', args, at: place(pointer) }));
      return;
    }
    matches += paths.length;
    const problem = paths.map((path) => problemOf(file, path, update)).find((one) => one !== null);
    if (problem !== undefined) {
      findings.push(
        diagnose({ code: 'overlay-action-invalid', args: { reason: problem }, at: place(pointer) }),
      );
    } else if (update === undefined) file.remove(paths);
    else for (const path of paths) file.update(path, update.value, { place, pointer: update.pointer });
  }
  if (matches > 0) return;
  findings.push(diagnose({ code: 'overlay-target-unmatched', args: { target }, at: place(pointer) }));
}

/** What stands in the way of an action at a node that it matches. */
function problemOf(file: AmendedFile, path: Path, update: Node | undefined): string | null {
  if (update === undefined) return path.length === 0 ? 'the whole document cannot be removed' : null;
  const target = file.at(path);
  if (Array.isArray(target)) return null;
  if (!isObject(target)) return 'its target is neither a mapping nor a list';
  return isObject(update.value) ? null : 'its target is a mapping, and its `update` is none';
}

/** The nodes that a JSONPath selects, each once; why it is none, as a clause. */
function pathsOf({ document }: AmendedFile, target: string): readonly Path[] | string {
  const { exec }: typeof import('jsonpath-rfc9535') = load('jsonpath-rfc9535');
  const found = new Map<string, Path>();
  try {
    exec(document as Parameters<typeof exec>[0], target, (_value, path) => {
      const keys = path.map((key) => (typeof key === 'string' ? unescapeKey(key) : key));
      found.set(JSON.stringify(keys), keys);
    });
  } catch (error) {
    return reasonOf(error);
  }
  return [...found.values()];
}

/** The parser's own words tell of its character classes. */
function reasonOf(error: unknown): string {
  const start = member(member(error, 'location'), 'start');
  const column = member(start, 'column');
  if (typeof column === 'number') return `it goes wrong at its character ${column}`;
  return error instanceof Error ? error.message : String(error);
}

/** The name that a normalized path (RFC 9535 section 2.7) writes with escapes. */
function unescapeKey(key: string): string {
  return key.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };
