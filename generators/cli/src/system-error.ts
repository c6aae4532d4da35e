const REASONS: { readonly [code: string]: string } = {
  EACCES: 'permission is denied',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  ENOTEMPTY: 'the folder is not empty',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  ELOOP: 'its links go round in circles',
  EBUSY: 'it is in use',
  EIO: 'the disk reports an error',
  EFBIG: 'it is too big',
};

/** Why the operating system refused, in words; null for anything else than such a refusal. */
export function systemErrorReason(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' && error.syscall === 'mkdir') return 'no folder can be made there';
  return REASONS[code] ?? `${code}: ${error.message}`;
}

/** Whether the machine gave out, whatever was asked of it. */
export function isOfMachine(error: unknown): boolean {
  return /^(?:ENOSPC|EDQUOT|EIO|EMFILE|ENFILE)$/.test(errorCode(error) ?? '');
}

export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
