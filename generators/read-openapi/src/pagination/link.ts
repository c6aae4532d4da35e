import type { Operation } from '@plumbline/model';
import type { ResponseList } from './list.ts';
import { cursorParam, limitParam } from './query-params.ts';

/** Texts in which people say that the next page's address is in the `Link` header (RFC 8288). */
const SAYS_LINK =
  /\blink`?\s+(?:response\s+)?(?:http\s+)?header|`?\bnext`? link\b|\brel\s*=\s*\\?["']?next\b/i;
/** Texts that speak of pages at all. */
const SAYS_PAGES = /\bpaginat|\bcursor\b|\bnext page\b/i;

/** The answer has a `Link` header, or a text of the operation names it. */
export function saysLink(operation: Operation, { response }: ResponseList): boolean {
  if (response.headers.some(({ name }) => name.toLowerCase() === 'link')) return true;
  if (cursorParam(operation) === null && limitParam(operation) === null) return false;
  return textsOf(operation, response.description).some((text) => SAYS_LINK.test(text));
}

/**
 * The body is a bare list, so that a cursor can stand in a header alone, and the operation speaks of pages. That is
 * enough where other operations of the same spec name the `Link` header.
 */
export function impliesLink(operation: Operation, { items }: ResponseList): boolean {
  const params = [cursorParam(operation), limitParam(operation)].filter((param) => param !== null);
  return (
    items === null &&
    params.some((param) =>
      [param.description, param.schema.description ?? ''].some((text) => SAYS_PAGES.test(text)),
    )
  );
}

function textsOf({ description, parameters }: Operation, response: string): readonly string[] {
  const texts = parameters.flatMap((parameter) => [
    parameter.description,
    parameter.schema.description ?? '',
  ]);
  return [description, response, ...texts];
}
