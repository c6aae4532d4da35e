export { assemble, type ServiceModules } from './assemble.ts';
export type {
  BasicCredential,
  Credential,
  Credentials,
  Scheme,
  Schemes,
  UserPassword,
} from './client/auth.ts';
export { type ClientCore, type CoreConfig, createCore } from './client/core.ts';
export type { ClientOptions, NoParams, RequestOptions } from './client/options.ts';
export type { ServerVariable } from './client/server.ts';
export type { HeaderValues, HttpClient } from './client/transport.ts';
export type { BodyEncoding, Descriptor, Placement, Security } from './descriptor.ts';
export { type Method, method } from './method.ts';
export {
  type BinaryBody,
  binary,
  type EncodedBody,
  formBody,
  multipart,
  text,
  type WriteBody,
} from './request/body.ts';
export { Call, type WithResponse } from './response/call.ts';
export { type Decode, decodeBlob, decodeByType, decodeNothing, decodeText } from './response/decode.ts';
export { ApiError, DecodeError, type ErrorShape, type RequestFacts } from './response/errors.ts';
export { jsonText, label, labelExploded, matrix, matrixExploded, simpleExploded } from './serialize/path.ts';
export {
  deepObject,
  formJoined,
  jsonContent,
  pipeDelimited,
  reserved,
  spaceDelimited,
} from './serialize/query.ts';
export type { Encode, Write } from './serialize/scalar.ts';
