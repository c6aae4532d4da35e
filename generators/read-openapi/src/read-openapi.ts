import {
  byCodeUnit,
  childPointer,
  type DraftDiagnostic,
  diagnose,
  dictionary,
  type InputFile,
  isObject,
  type JsonObject,
  type Locate,
  member,
  type Schema,
  type Spec,
  type SpecOrigin,
  type Unreadable,
} from '@plumbline/model';
import { assemble } from './assemble.ts';
import { MAX_COMPOSITION, tooDeeplyComposed } from './checks/composition-depth.ts';
import { reportContradictions } from './checks/contradictions.ts';
import { distinctOperations } from './checks/operation-set.ts';
import { reportReferenceCircles } from './checks/reference-circles.ts';
import { type Composition, type Context, createContext } from './document/context.ts';
import {
  isObjectNode,
  listMember,
  memberOf,
  type ObjectNode,
  objectMember,
  textMember,
} from './document/node.ts';
import { type OpenFile, openFile, type ParsedFile, refuse } from './document/open-file.ts';
import { valueAt } from './document/pointer.ts';
import { createSchemaNames, type SchemaNames } from './document/schema-names.ts';
import { typeable } from './document/typeable.ts';
import { mayIdentify, resolveIdentifiers } from './identifiers/resolve-identifiers.ts';
import { type ComponentNames, nameComponents } from './merge/component-names.ts';
import { mergeDocuments } from './merge/merge-documents.ts';
import { lowerFile } from './newer/lower-file.ts';
import {
  readComponentSchemas,
  readSecuritySchemes,
  readUnusedComponents,
} from './objects/components-object.ts';
import { readPaths } from './objects/paths-object.ts';
import { readSchema } from './objects/schema-object.ts';
import { defaultServers, readServers } from './objects/server-object.ts';
import { withUndeclared, withUndeclaredInParts } from './objects/undeclared-properties.ts';
import { openOverlay } from './overlay/open-overlay.ts';
import { recognisePagination } from './pagination/pagination.ts';
import { upgradeSwagger } from './swagger/upgrade-swagger.ts';

/** What a spec is read with besides its own files. */
export interface ReadOptions {
  /**
   * The file at a path that a `$ref` leads to: relative to the working directory like those of the inputs, and within the
   * folder of the file that refers to it. Undefined where there is none.
   */
  readonly referenced?: (path: string) => InputFile | undefined;
  /** Overlays (OpenAPI Overlay Specification 1.0), in the order in which they are applied. */
  readonly overlays?: readonly InputFile[];
  /**
   * Hears of the document as soon as it is whole, before its operations are read. Most often it is the one that the spec
   * is answered with; where no type could be made of that one, another.
   */
  readonly onDocument?: (document: JsonObject) => void;
}

/**
 * Reads a Swagger 2.0 or OpenAPI 3.0 to 3.2 spec of one file or of several, YAML or JSON, whatever the order of the
 * files. What is wrong in it becomes a diagnostic at its place, and the rest goes on. `Unreadable` is the answer where a
 * file cannot be parsed, is no OpenAPI document of these versions, or refers to where nothing may be read.
 */
export function readOpenApi(files: readonly InputFile[], options: ReadOptions = {}): Spec | Unreadable {
  const opened = files.toSorted((a, b) => byCodeUnit(a.path, b.path)).map(openIdentified);
  const overlays = (options.overlays ?? []).map(openOverlay);
  const unreadable = [
    ...opened.flatMap((file) => ('document' in file ? [] : file)),
    ...overlays.flatMap((overlay) => ('actions' in overlay ? [] : overlay)),
  ];
  if (unreadable.length > 0) return { unreadable };
  const whole = assemble(
    opened.flatMap((file) => ('document' in file ? [file] : [])),
    overlays.flatMap((overlay) => ('actions' in overlay ? [overlay] : [])),
    options.referenced,
  );
  if ('unreadable' in whole) return whole;
  const lowered = whole.files.map((file) => upgradeSwagger(lowerFile(file)));
  const refused = lowered.flatMap((file) => ('document' in file ? [] : file));
  if (refused.length > 0) return { unreadable: refused };
  return readFiles({
    files: lowered.flatMap((file) => ('document' in file ? [file] : [])),
    all: [...whole.read, ...overlays.flatMap((overlay) => ('actions' in overlay ? [overlay.file] : []))],
    findings: whole.findings,
    onDocument: options.onDocument ?? (() => {}),
  });
}

function openIdentified(input: InputFile): ReturnType<typeof openFile> {
  const opened = openFile(input);
  return 'document' in opened && mayIdentify(input.text) ? resolveIdentifiers(opened) : opened;
}

type Part = OpenFile & { readonly names: ComponentNames };

interface SpecFiles {
  readonly files: readonly OpenFile[];
  /** Those, the ones that they refer to, and overlays. */
  readonly all: readonly ParsedFile[];
  readonly findings: readonly DraftDiagnostic[];
  readonly onDocument: (document: JsonObject) => void;
}

function readFiles({ files, all, findings, onDocument }: SpecFiles): Spec | Unreadable {
  const diagnostics = [...findings, ...files.flatMap((file) => file.findings)];
  const report: Context['report'] = (finding) => {
    diagnostics.push(diagnose(finding));
  };
  const parts = nameComponents(files);
  const document = mergeDocuments(parts);
  onDocument(document);
  reportDuplicateKeys(all, report);
  reportRenamed(parts, report);
  const schemaNames = createSchemaNames(parts.flatMap(schemaNamesOf));
  // Those of which others are made.
  const inner = new Set<string>();
  const compositions: Composition[] = [];
  const untyped: SpecOrigin[] = [];
  const contexts = parts.map((part) =>
    createContext({
      ...part,
      report,
      onPart: (component) => inner.add(component),
      onUntyped: (origin) => untyped.push(origin),
      onComposition: (composition) => compositions.push(composition),
      schemaName: (pointer) => schemaNames.nameOf(part.file, part.names, pointer),
    }),
  );
  const operations = distinctOperations(contexts.flatMap(readPaths), report);
  const read = readSchemas(contexts, schemaNames);
  const declared = dictionary(read);
  const deep = tooDeeplyComposed(declared);
  if (deep !== null) return { unreadable: refuseDeep(deep.origin, locateIn(all)) };
  const schemas = dictionary(
    read.map(([name, schema]) => {
      // Others may declare what a part of them requires.
      if (inner.has(name)) return [name, schema] as const;
      return [name, withUndeclaredInParts(withUndeclared(schema, report), declared, report)] as const;
    }),
  );
  reportReferenceCircles(schemas, report);
  contexts.forEach(readUnusedComponents);
  reportContradictions({ compositions, untyped }, schemas, report);
  return {
    ...readHead(contexts, files[0]?.version ?? ''),
    operations: recognisePagination(operations, schemas),
    schemas,
    securitySchemes: contexts.flatMap(readSecuritySchemes),
    document: diagnostics.some(({ code }) => code === 'enum-invalid') ? typeable(document) : document,
    diagnostics,
    locate: locateIn(all),
    files: all.map(({ file }) => file),
  };
}

function refuseDeep({ file, pointer }: SpecOrigin, locate: Locate): Unreadable['unreadable'] {
  const reason = `a schema is made of more than ${MAX_COMPOSITION} others, one of the other`;
  return refuse({ code: 'spec-too-complex', args: { file, reason }, at: locate({ file, pointer }) });
}

function schemaNamesOf({ document, names }: Part): readonly string[] {
  const schemas = member(member(document, 'components'), 'schemas');
  return isObject(schemas) ? Object.keys(schemas).map((name) => names.finalName('schemas', name)) : [];
}

/** Component schemas, then those that were referred to where they stand, which may refer to more of their kind. */
function readSchemas(
  contexts: readonly Context[],
  schemaNames: SchemaNames,
): readonly (readonly [string, Schema])[] {
  const schemas = contexts.flatMap(readComponentSchemas);
  const byFile = new Map(contexts.map((context) => [context.file, context]));
  for (let placed = schemaNames.takePlaced(); placed.length > 0; placed = schemaNames.takePlaced()) {
    for (const { file, pointer, name } of placed) {
      const context = byFile.get(file);
      const value = context && valueAt(context.document, pointer);
      if (context !== undefined && value !== undefined) {
        schemas.push([name, readSchema(context, { value, pointer })]);
      }
    }
  }
  return schemas;
}

type Head = Pick<Spec, 'title' | 'description' | 'version' | 'openapi' | 'tags' | 'servers'>;

/** What the first file says of the whole, and the tags of all. */
function readHead(contexts: readonly Context[], openapi: string): Head {
  const tags = new Map<string, string>();
  for (const context of contexts) {
    for (const node of listMember(context, rootOf(context), 'tags')) {
      const name = member(node.value, 'name');
      if (context.newer && isObjectNode(node)) reportParent(context, node);
      const description = member(node.value, 'description');
      if (typeof name !== 'string' || tags.has(name)) continue;
      tags.set(name, typeof description === 'string' ? description : '');
    }
  }
  const [first] = contexts;
  if (first === undefined) throw new Error('A spec has at least one file.');
  const root = rootOf(first);
  const info = objectMember(first, root, 'info') ?? { value: {}, pointer: '' };
  return {
    title: textMember(first, info, 'title'),
    description: textMember(first, info, 'description'),
    version: textMember(first, info, 'version'),
    openapi,
    tags: [...tags].map(([name, description]) => ({ name, description })),
    servers: readServers(first, root) ?? defaultServers(first),
  };
}

/** Tags in one another (OpenAPI 3.2 section 4.22). */
function reportParent(context: Context, node: ObjectNode): void {
  const parent = memberOf(node, 'parent');
  if (typeof parent?.value !== 'string' || !context.isFirst('tag with a parent')) return;
  const args = { tag: textMember(context, node, 'name'), parent: parent.value };
  context.report({ code: 'tag-parent-ignored', args, at: context.place(parent.pointer) });
}

function rootOf(context: Context): ObjectNode {
  return { value: context.document, pointer: '' };
}

function reportDuplicateKeys(files: readonly ParsedFile[], report: Context['report']): void {
  for (const { key, first, again } of files.flatMap(({ duplicateKeys }) => duplicateKeys)) {
    const related = [{ message: 'The first is here.', place: first }];
    report({ code: 'spec-duplicate-key', args: { key }, at: again, related });
  }
}

/** Components that another file's namesake pushed aside. */
function reportRenamed(parts: readonly Part[], report: Context['report']): void {
  const places = new Map(parts.map(({ file, place }) => [file, place]));
  for (const { place, names } of parts) {
    for (const { section, name, finalName, holder } of names.renamed) {
      const pointer = ['components', section, name].reduce(childPointer, '');
      const related = `\`${name}\` of \`${holder}\` is here.`;
      report({
        code: 'component-renamed',
        args: { section, name, finalName, holder },
        at: place(pointer),
        subject: { name: finalName },
        related: [{ message: related, place: (places.get(holder) ?? place)(pointer) }],
      });
    }
  }
}

function locateIn(files: readonly ParsedFile[]): Locate {
  const byFile = new Map(files.map(({ file, locate }) => [file, locate]));
  return (origin) => byFile.get(origin.file)?.(origin) ?? { file: origin.file, line: 1, column: 1 };
}
