import { type ErrorCode, PartnerError } from '../../core/partner-error.ts';

/** An error of the operating system, as Node throws it: `code` by name, `errno` negative. */
export type SystemError = Error & { readonly code: string; readonly errno: number };

/** Whether something thrown came from the operating system and is no bug of the program. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && 'errno' in error && typeof error.errno === 'number';
}

/** Whether something thrown is a system error with one of these names, such as `ENOENT`. */
export function hasCode(error: unknown, ...codes: readonly string[]): error is SystemError {
  return isSystemError(error) && codes.includes(error.code);
}

// libuv has no name for EDQUOT and reports UNKNOWN: 122 on Linux, 69 on macOS and the BSDs.
const quotaErrnos: readonly number[] = [-122, -69];

/**
 * Turns a system error met at `file` into `disk-full`, `not-writable` or `io-failed` (with params
 * `errno`), the cause kept. A PartnerError, and whatever no system threw, comes back as it was.
 */
export function storageError(error: unknown, file: string): unknown {
  if (!isSystemError(error)) return error;
  return new PartnerError(errorCodeOf(error), { file, errno: nameOf(error) }, { cause: error });
}

// What a disk, a mount, a permission or a limit can answer to any operation at any time. What is not
// here (ENOENT, EINVAL, EBADF …) would be a mistake of the program, where nobody expected it.
const circumstances = [
  ...['EIO', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'ENOMEM', 'EXDEV', 'EBUSY'],
  ...['ELOOP', 'ENAMETOOLONG', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN', 'EHOSTDOWN', 'EAGAIN', 'EINTR'],
];

/**
 * A system error that nobody took care of, as `io-failed` (params `file`, `errno`), where the machine
 * and not the program is at fault; else `undefined`.
 */
export function circumstance(error: unknown): PartnerError | undefined {
  if (!isSystemError(error) || !circumstances.includes(nameOf(error))) return undefined;
  const file = 'path' in error && typeof error.path === 'string' ? error.path : '?';
  return new PartnerError('io-failed', { file, errno: nameOf(error) }, { cause: error });
}

/** The name of a system error for people, such as `EIO`; an unnamed one keeps its number. */
export function nameOf(error: SystemError): string {
  if (error.code !== 'UNKNOWN') return error.code;
  return quotaErrnos.includes(error.errno) ? 'EDQUOT' : `errno ${-error.errno}`;
}

function errorCodeOf(error: SystemError): ErrorCode {
  const name = nameOf(error);
  if (name === 'ENOSPC' || name === 'EDQUOT') return 'disk-full';
  if (name === 'EACCES' || name === 'EPERM' || name === 'EROFS') return 'not-writable';
  return 'io-failed';
}
