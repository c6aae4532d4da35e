import { responseFor } from './answer/choose.ts';
import type { Contract } from './contract.ts';
import { member } from './json.ts';
import { isJsonType, matchingType } from './request/media-type.ts';
import type { Fault } from './schema/problem.ts';

/** An answer of the provider, decoded. */
export interface RawResponse {
  readonly status: number;
  /** Undefined: it has no body. */
  readonly mediaType: string | undefined;
  /** What its JSON says; undefined for anything else. */
  readonly value: unknown;
}

/** Holds an answer to the contract: its status, its media type, and its body. Throws a TypeError for an operation that is not there. */
export function checkResponse(contract: Contract, operation: string, answer: RawResponse): readonly Fault[] {
  const declared = contract.operation(operation);
  if (declared === undefined) throw new TypeError(`No operation is \`${operation}\`.`);
  const response = declared.responses.length === 0 ? null : responseFor(declared, answer.status)?.response;
  if (response === undefined || response === null)
    return [{ pointer: '', keyword: 'status', message: `declares no status ${answer.status}` }];
  if (response.contents.length === 0 || answer.mediaType === undefined) return [];
  const content = matchingType(response.contents, answer.mediaType);
  if (content === undefined)
    return [{ pointer: '', keyword: 'mediaType', message: `declares no ${answer.mediaType}` }];
  return isJsonType(answer.mediaType)
    ? contract.check('response', member(content.object, 'schema'))(answer.value)
    : [];
}
