/**
 * What a test is about cannot be: the document asks for what no value is, such as an object that holds itself, or for what
 * no request can hold. The test is skipped, and its message says why.
 */
export class Untestable extends Error {
  override readonly name = 'Untestable';
}
