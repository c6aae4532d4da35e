import { isObject, type JsonValue } from '@plumbline/model';

/** What a server gets wrong in the answers of one operation with one status. */
export type AnswerFault = { readonly operation: string; readonly status: number } & (
  | { readonly do: 'leave-out'; readonly member: readonly string[] }
  | { readonly do: 'retype'; readonly member: readonly string[] }
  | { readonly do: 'change-status'; readonly to: number }
);

interface Answer {
  readonly status: number;
  readonly value: JsonValue | undefined;
}

/** The answer as a server with this fault gives it. */
export function spoilAnswer(fault: AnswerFault, operation: string, answer: Answer): Answer {
  if (operation !== fault.operation || answer.status !== fault.status) return answer;
  if (fault.do === 'change-status') return { ...answer, status: fault.to };
  if (answer.value === undefined) return answer;
  const change = fault.do === 'leave-out' ? () => undefined : otherValue;
  return { ...answer, value: changed(answer.value, fault.member, change) ?? null };
}

/** The members by these names, one within the other; lists are passed through, each of their items. */
function changed(
  value: JsonValue,
  [name, ...rest]: readonly string[],
  change: (value: JsonValue) => JsonValue | undefined,
): JsonValue | undefined {
  if (Array.isArray(value))
    return value.map((item) => changed(item, name === undefined ? [] : [name, ...rest], change) ?? null);
  if (name === undefined) return change(value);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, own]) => {
      const now = key !== name ? own : rest.length === 0 ? change(own) : changed(own, rest, change);
      return now === undefined ? [] : [[key, now]];
    }),
  );
}

/** A value of another type. */
function otherValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return 17;
  return typeof value === 'object' ? 'of another type' : { of: 'another type' };
}
