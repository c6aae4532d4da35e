import type { Server } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import {
  asObject,
  listMember,
  type ObjectNode,
  objectsAt,
  textMember,
  textsMember,
} from '../document/node.ts';

/** The `servers` of a document, path item or operation (OpenAPI 3.1 section 4.8.5); null where it has none. */
export function readServers(context: Context, holder: ObjectNode): readonly Server[] | null {
  const servers = listMember(context, holder, 'servers').flatMap((node): readonly Server[] => {
    const server = asObject(context, node, 'server');
    return server === undefined ? [] : [readServer(context, server)];
  });
  return servers.length > 0 ? servers : null;
}

/** What holds where a document names no server: the root of wherever it is served from (section 4.8.1). */
export function defaultServers(context: Context): readonly Server[] {
  return [{ url: '/', description: '', variables: [], origin: context.place('') }];
}

function readServer(context: Context, node: ObjectNode): Server {
  return {
    url: textMember(context, node, 'url'),
    description: textMember(context, node, 'description'),
    variables: objectsAt(context, node, 'variables').map(([name, variable]) => ({
      name,
      default: textMember(context, variable, 'default'),
      enum: textsMember(context, variable, 'enum'),
      description: textMember(context, variable, 'description'),
    })),
    origin: originOf(context, node),
  };
}
