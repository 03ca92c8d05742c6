const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  ENOENT: 'no longer there',
  ENOTDIR: 'no longer there',
  ELOOP: 'symbolic link',
  EMLINK: 'symbolic link',
  EISDIR: 'directory',
  ENXIO: 'not a regular file',
  ENAMETOOLONG: 'path too long for the system',
  EROFS: 'read-only file system',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'disk quota exceeded',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  EBUSY: 'in use',
  ENOMEM: 'larger than the memory that is left',
  EFBIG: 'larger than the system or a limit allows',
  EIO: 'input/output error',
};

/** What a system error means, as a lower-case noun phrase. */
export function reasonOf(error: unknown): string {
  // Buffers and WebAssembly say it in words of their own.
  if (error instanceof RangeError) return REASONS.ENOMEM!;
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && REASONS[code]) || code || message;
}
