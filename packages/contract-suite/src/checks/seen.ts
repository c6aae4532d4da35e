/**
 * Whether `fetch` gives an answer of a status to its caller: none below 200 is final, and 407 is a proxy's, which is a network
 * error (Fetch Standard, section 4.6, HTTP-network-or-cache fetch).
 */
export function isSeen(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599 && status !== 407;
}
