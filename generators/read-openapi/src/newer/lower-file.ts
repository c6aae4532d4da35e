import {
  childPointer,
  type DraftDiagnostic,
  diagnose,
  isObject,
  type JsonObject,
  type JsonValue,
  pointerTokens,
} from '@plumbline/model';
import { mapItems, mapParts, type PartPlace } from '../bundle/parts.ts';
import type { OpenFile } from '../document/open-file.ts';
import { lookUp } from '../document/pointer.ts';
import { createProvenance } from '../document/provenance.ts';
import { FORMER_NAMES, lowerNames, marginalTags } from './lower-names.ts';

/**
 * A file of OpenAPI 3.2 as 3.1, which readers and openapi-typescript know: the items of a stream (`itemSchema`, section
 * 4.14) become a list, shared media types (section 4.7) stand where they are referred to, and what has another name is under
 * that of 3.1. Any other file as it is.
 */
export function lowerFile(file: OpenFile): OpenFile {
  if (!file.version.startsWith('3.2')) return file;
  const provenance = createProvenance(file.place);
  const findings: DraftDiagnostic[] = [];
  const marginal = marginalTags(file.document);

  function lower(value: JsonValue, at: PartPlace): JsonValue {
    if (Array.isArray(value)) return mapItems(value, at, lower);
    if (!isObject(value)) return value;
    return at.kind === 'mediaType' ? lowerMediaType(value, at.pointer) : lowerPart(value, at);
  }

  function lowerPart(value: JsonObject, at: PartPlace): JsonObject {
    const part = lowerNames(mapParts(value, at, lower), at.kind, marginal);
    const former = FORMER_NAMES[at.kind];
    if (former !== undefined && part[former.to] !== value[former.to]) {
      const pointer = childPointer(at.pointer, former.from);
      provenance.set(part, former.to, { place: file.place, pointer });
    }
    return part;
  }

  function lowerMediaType(value: JsonObject, pointer: string): JsonObject {
    const target = typeof value.$ref === 'string' ? lookUp(file.document, value.$ref) : null;
    if (target?.kind === 'found' && isObject(target.value) && typeof target.value.$ref !== 'string') {
      const copy = { ...lowerMediaType(target.value, target.pointer) };
      for (const key of Object.keys(copy)) {
        provenance.set(copy, key, { place: file.place, pointer: childPointer(target.pointer, key) });
      }
      return copy;
    }
    const { itemSchema, ...rest } = mapParts(value, { kind: 'mediaType', pointer }, lower);
    if (itemSchema === undefined) return rest;
    const origin = { place: file.place, pointer: childPointer(pointer, 'itemSchema') };
    const mediaType = pointerTokens(pointer).at(-1) ?? '';
    findings.push(
      diagnose({ code: 'item-schema-listed', args: { mediaType }, at: file.place(origin.pointer) }),
    );
    if (Object.hasOwn(rest, 'schema')) return rest;
    const list = { type: 'array', items: itemSchema };
    const whole = { ...rest, schema: list };
    provenance.set(list, 'items', origin);
    provenance.set(whole, 'schema', origin);
    return whole;
  }

  const self = file.document.$self;
  if (typeof self === 'string') {
    findings.push(diagnose({ code: 'self-not-followed', args: { self }, at: file.place('/$self') }));
  }
  const lowered = lowerPart(file.document, { kind: 'document', pointer: '' });
  const document = { ...lowered, openapi: '3.1.1' };
  return {
    ...file,
    document,
    place: provenance.placesIn(document),
    findings: [...file.findings, ...findings],
  };
}
