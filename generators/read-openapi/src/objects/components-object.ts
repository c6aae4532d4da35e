import type { Schema, SecurityScheme } from '@plumbline/model';
import type { Context } from '../document/context.ts';
import { asObject, membersOf, type Node, type ObjectNode, objectMember } from '../document/node.ts';
import { dereference } from '../document/reference.ts';
import { readExample } from './example-object.ts';
import { readParameter } from './parameter-object.ts';
import { readRequestBody } from './request-body-object.ts';
import { readHeader, readResponse } from './response-object.ts';
import { readPart } from './schema-object.ts';
import { readSecurityScheme } from './security-scheme-object.ts';

/** The component schemas that this file owns (OpenAPI 3.1 section 4.8.7), under their final names; any may be a part of another. */
export function readComponentSchemas(context: Context): readonly (readonly [string, Schema])[] {
  return ownedComponents(context, 'schemas').map(([name, node]) => [
    context.names.finalName('schemas', name),
    readPart(context, node),
  ]);
}

export function readSecuritySchemes(context: Context): readonly SecurityScheme[] {
  return ownedComponents(context, 'securitySchemes').flatMap(([name, node]) => {
    const object = asObject(context, node, name);
    return (object && readSecurityScheme(context, name, object)) ?? [];
  });
}

/** Reads the components that no operation uses as well, for what there is to report in them. */
export function readUnusedComponents(context: Context): void {
  const readers: Readonly<Record<string, (context: Context, node: ObjectNode) => unknown>> = {
    parameters: readParameter,
    responses: readResponse,
    requestBodies: readRequestBody,
    headers: readHeader,
    examples: readExample,
  };
  for (const [section, read] of Object.entries(readers)) {
    for (const [name, node] of ownedComponents(context, section)) {
      const target = dereference(context, node, name);
      if (target !== undefined) context.once(read, target);
    }
  }
}

function ownedComponents(context: Context, section: string): readonly (readonly [string, Node])[] {
  const root: ObjectNode = { value: context.document, pointer: '' };
  const components = objectMember(context, root, 'components');
  const entries = components && objectMember(context, components, section);
  if (entries === undefined) return [];
  return membersOf(entries).filter(([name]) => context.names.owns(section, name));
}
