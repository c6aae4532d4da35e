import {
  fieldsOf,
  type MediaType,
  type Operation,
  type Response,
  resolveSchema,
  type Schema,
  type Schemas,
} from '@plumbline/model';
import { bodyKind } from './media-type.ts';

/** How an answer's body is read: `lines` of JSON, and the `events` of a stream, come one by one. */
export type AnswerKind = 'json' | 'text' | 'binary' | 'lines' | 'events';

/** What an operation is answered with. */
export interface Answer {
  /** How most successes are read; null: none bears a body. */
  readonly kind: AnswerKind | null;
  /** The media types of this kind, which are asked for. */
  readonly mediaTypes: readonly string[];
  readonly successes: readonly StatusAnswer[];
  /** Statuses that are no success, and that have a body or none. */
  readonly failures: readonly StatusAnswer[];
  /** Successes may be of other kinds too. */
  readonly isMixed: boolean;
  /** Only such statuses as never bear a body (RFC 9110 sections 15.3.5 and 15.3.6). */
  readonly isBodiless: boolean;
}

/** What a status is answered with. */
export interface StatusAnswer {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  /** The bodies that it may bear; empty: none. */
  readonly bodies: readonly AnswerBody[];
  /** The names of its headers, as they are declared. */
  readonly headers: readonly string[];
}

export interface AnswerBody {
  readonly kind: AnswerKind;
  readonly mediaType: string;
  readonly schema: Schema | null;
}

/** Where nothing is said of successes, `default` tells of them as well. */
export function answerOf({ responses }: Operation, schemas: Schemas): Answer {
  const explicit = responses.filter(({ status }) => status.startsWith('2'));
  const isCatchAll = explicit.length === 0;
  const good = isCatchAll ? responses.filter(({ status }) => status === 'default') : explicit;
  const successes = good.map((response) => statusAnswer(response, schemas));
  const bodies = successes.flatMap((success) => success.bodies);
  const kind = bodies.find((body) => body.kind === 'json')?.kind ?? bodies[0]?.kind ?? null;
  const chosen = bodies.filter((body) => body.kind === kind);
  return {
    kind,
    mediaTypes: [...new Set(chosen.map(({ mediaType }) => mediaType))],
    // Only what is asked for, unless there is nothing of it.
    successes: successes.map((success) => {
      const asked = success.bodies.filter((body) => body.kind === kind);
      return asked.length === 0 ? success : { ...success, bodies: asked };
    }),
    failures: responses.flatMap((response) => {
      if (!/^(?:[345]|default)/.test(response.status)) return [];
      const failure = statusAnswer(response, schemas);
      // What `default` bears where it stands for successes too, is theirs.
      return isCatchAll && failure.status === 'default' ? { ...failure, bodies: [] } : failure;
    }),
    isMixed: chosen.length < bodies.length,
    isBodiless: good.every(({ status }) => status === '204' || status === '205'),
  };
}

function statusAnswer({ status, headers, contents }: Response, schemas: Schemas): StatusAnswer {
  return {
    status: status.toLowerCase() === 'default' ? 'default' : status.toUpperCase(),
    bodies: contents.map((content) => answerBody(content, schemas)),
    // A header of this name is to be ignored (OpenAPI 3.1 section 4.8.17.1).
    headers: headers.flatMap(({ name }) => (name.toLowerCase() === 'content-type' ? [] : name)),
  };
}

function answerBody({ mediaType, schema }: MediaType, schemas: Schemas): AnswerBody {
  return { kind: answerKind(mediaType, schema, schemas), mediaType, schema };
}

/** JSON values one after another: NDJSON, JSON Lines, and JSON text sequences (RFC 7464). */
const LINES = /^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-seq|stream\+json)$/;

function answerKind(mediaType: string, schema: Schema | null, schemas: Schemas): AnswerKind {
  const essence = mediaType.replace(/;.*$/s, '').trim().toLowerCase();
  if (LINES.test(essence)) return 'lines';
  if (essence === 'text/event-stream') return 'events';
  const kind = bodyKind(mediaType, schema, schemas);
  // Tools that write specs give a download the media types of all other answers.
  const isOfOthers = kind === 'json' || (kind === 'text' && essence.startsWith('application/'));
  if (isOfOthers && schema !== null && resolveSchema(schema, schemas).format === 'binary') return 'binary';
  return kind === 'form' ? 'text' : kind === 'multipart' ? 'binary' : kind;
}

/** The schema of one item of a stream: a list describes all of them (OpenAPI 3.2 section 4.14.2), anything else one. */
export function streamedItem(schema: Schema | null, schemas: Schemas): Schema | null {
  if (schema === null) return null;
  const resolved = resolveSchema(schema, schemas);
  return resolved.kind === 'array' ? resolved.items : schema;
}

/**
 * What a schema says of server-sent events: that they are text, that it is the `data` of each which is JSON, or that
 * it describes the whole event (OpenAPI 3.2 section 4.14.3.1), whose data is text or JSON.
 */
export function eventShape(item: Schema | null, schemas: Schemas): EventShape {
  const resolved = item === null ? null : resolveSchema(item, schemas);
  if (resolved === null || resolved.kind === 'string' || resolved.kind === 'any')
    return { isWhole: false, isJson: false };
  const data = fieldsOf(resolved, schemas).find(({ name }) => name === 'data');
  if (data === undefined) return { isWhole: false, isJson: true };
  return { isWhole: true, isJson: resolveSchema(data.schema, schemas).kind !== 'string' };
}

export interface EventShape {
  readonly isWhole: boolean;
  readonly isJson: boolean;
}
