import type { RegistryStatement } from '../tree/statement.ts';
import type { Body } from './body.ts';
import type { Cursor } from './cursor.ts';
import { parseColumn, parseIdentifier } from './name.ts';

/** `REGISTRY LIST [provider]` and `REGISTRY PULL provider [version]`. */
export function parseRegistry(cursor: Cursor): Body<RegistryStatement> {
  const { start } = cursor.next();
  const action = cursor.acceptWord('LIST') ? 'LIST' : 'PULL';
  if (action === 'PULL' && !cursor.acceptWord('PULL')) cursor.fail('`PULL`', '`LIST`');
  const isNamed = action === 'PULL' || isName(cursor);
  const provider = isNamed ? parseIdentifier(cursor, 'the name of a provider') : null;
  const version = action === 'PULL' && isName(cursor) ? parseColumn(cursor).name : null;
  return { kind: 'registry', action, provider, version, ...cursor.from(start) };
}

function isName(cursor: Cursor): boolean {
  const { kind, onNewLine } = cursor.peek();
  return !onNewLine && (kind === 'word' || kind === 'quoted');
}
