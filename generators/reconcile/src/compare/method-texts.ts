import { type DraftDiagnostic, diagnose, type Operation, type Spec } from '@plumbline/model';
import { indexDescriptions } from '../bind/operation-index.ts';
import { LEAST_WORDS } from '../bind/signature.ts';
import type { MethodPair } from '../pair/pair.ts';
import { says } from '../prose.ts';
import { wordsOf } from '../words.ts';
import { methodSubject } from './subject.ts';

/** The only operation that the spec describes by a text; null where none is, or several are. */
export type OperationByText = (text: string) => Operation | null;

/** Most rows have the text of their own operation: the others are looked for only when one has not. */
export function operationsByText({ operations }: Spec): OperationByText {
  let index: ReturnType<typeof indexDescriptions> | null = null;
  return (text) => {
    const words = wordsOf(text);
    if (words.split(' ').length < LEAST_WORDS) return null;
    index ??= indexDescriptions(operations);
    const [only, ...more] = index.get(words) ?? [];
    return more.length === 0 ? (only ?? null) : null;
  };
}

/** The row has what the spec says of another operation, and nothing of what it says of the method's own. */
export function compareMethodText(pair: MethodPair, byText: OperationByText): readonly DraftDiagnostic[] {
  const { method, operation } = pair;
  const text = method.description?.value ?? '';
  if (operation === null || method.description === null || text === '') return [];
  const own = [operation.description, operation.summary].filter((one) => one.trim() !== '');
  if (own.length === 0 || own.some((one) => says(one, text) || says(text, one))) return [];
  const other = byText(text);
  if (other === null || other === operation) return [];
  return [
    diagnose({
      code: 'method-text-of-other-operation',
      args: { method: method.name.value, operation: operation.key, other: other.key },
      at: method.description.source,
      subject: methodSubject(pair),
      related: [
        { message: `what the spec says of \`${operation.key}\``, place: operation.origin },
        { message: 'the operation that has this text', place: other.origin },
      ],
    }),
  ];
}
