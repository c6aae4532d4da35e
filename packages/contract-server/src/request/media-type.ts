/** The type and subtype in lower case, without parameters (RFC 9110 section 8.3.1). */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

export function isJsonType(mediaType: string): boolean {
  return /^[^/]+\/(?:[^/]+\+)?json$/.test(essence(mediaType));
}

export function isFormType(mediaType: string): boolean {
  return essence(mediaType) === 'application/x-www-form-urlencoded';
}

export function isMultipartType(mediaType: string): boolean {
  return essence(mediaType).startsWith('multipart/');
}

export function isTextType(mediaType: string): boolean {
  const type = essence(mediaType);
  return type.startsWith('text/') || /^application\/(?:[^/]+\+)?xml$/.test(type);
}

/**
 * Which of the declared types one is: the one that is written the same, then by type and subtype, then by range, the
 * closest first (OpenAPI 3.1 section 4.8.14).
 */
export function matchingType<T extends { readonly mediaType: string }>(
  declared: readonly T[],
  given: string,
): T | undefined {
  const type = essence(given);
  const range = `${type.split('/')[0]}/*`;
  return (
    declared.find(({ mediaType }) => normal(mediaType) === normal(given)) ??
    declared.find(({ mediaType }) => essence(mediaType) === type) ??
    declared.find(({ mediaType }) => essence(mediaType) === range) ??
    declared.find(({ mediaType }) => essence(mediaType) === '*/*')
  );
}

function normal(mediaType: string): string {
  return mediaType.toLowerCase().replace(/\s+/g, '');
}

/** Whether an `Accept` header allows a type (RFC 9110 section 12.5.1); without one, everything is. */
export function isAccepted(accept: string | undefined, mediaType: string): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const type = essence(mediaType);
  return accept.split(',').some((part) => {
    const wanted = essence(part);
    if (/;\s*q=0(?:\.0*)?\s*(?:;|$)/.test(part)) return false;
    return wanted === '*/*' || wanted === type || wanted === `${type.split('/')[0]}/*` || type.includes('*');
  });
}
