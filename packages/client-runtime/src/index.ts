export { assemble, type ServiceModules } from './assemble.ts';
export type * from './catalogue.ts';
export type {
  BasicCredential,
  Credential,
  CredentialContext,
  Credentials,
  Place,
  Scheme,
  Schemes,
  Secret,
  UserPassword,
} from './client/auth.ts';
export { type ClientCore, type CoreConfig, createCore, parsingBy } from './client/core.ts';
export type {
  DeprecationEvent,
  ErrorEvent,
  Hooks,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from './client/hooks.ts';
export { type Observed, observed, serverOf } from './client/observed.ts';
export type { ClientOptions, NoParams, RequestOptions, SharedOptions } from './client/options.ts';
export { authorization, basic, inCookie, inHeader, inQuery } from './client/schemes.ts';
export type { ServerVariable } from './client/server.ts';
export type { Fetch, HeaderValues, HttpClient } from './client/transport.ts';
export type { BodyEncoding, Descriptor, Placement, Security } from './descriptor.ts';
export { atMost, type Gate } from './exchange/at-most.ts';
export type { RetryOptions } from './exchange/retry.ts';
export { type Logger, type LogOptions, logTo } from './logging/log-to.ts';
export { type Notice, warnOnce } from './logging/warn-once.ts';
export { type Method, method } from './method.ts';
export { cachedToken, type Token } from './oauth/cached-token.ts';
export { numberedPages, offsetPages, zeroBasedPages } from './paging/counted-pages.ts';
export { cursorPages } from './paging/cursor-pages.ts';
export { linkPages } from './paging/link-pages.ts';
export { type Page, PagedCall, type Pager } from './paging/paged-call.ts';
export {
  type BinaryBody,
  binary,
  type EncodedBody,
  formBody,
  json as jsonBody,
  multipart,
  text,
  type WriteBody,
} from './request/body.ts';
export { Call } from './response/call.ts';
export {
  type Decode,
  decodeBlob,
  decodeByType,
  decodeNothing,
  decodeText,
  type Parse,
} from './response/decode.ts';
export {
  AbortError,
  ApiError,
  ConnectionError,
  DecodeError,
  type ErrorShape,
  RequestError,
  type RequestFacts,
  TimeoutError,
} from './response/errors.ts';
export type { Failure, Outcome, ResponseHeaders, Success } from './response/outcome.ts';
export {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  RateLimitError,
  ServerError,
  UnprocessableError,
} from './response/status-errors.ts';
export {
  decodeEvents,
  decodeJsonEvents,
  decodeJsonLines,
  decodeStream,
  type ServerSentEvent,
} from './response/streams.ts';
export { toJson } from './serialize/json.ts';
export {
  jsonText,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  simple,
  simpleExploded,
} from './serialize/path.ts';
export {
  deepObject,
  form,
  formJoined,
  jsonContent,
  pipeDelimited,
  reserved,
  spaceDelimited,
  tabDelimited,
} from './serialize/query.ts';
export type { Encode, Write } from './serialize/scalar.ts';
