import { isHandbackError } from 'handback'

/** What can go wrong at start that its reader can mend, each as one sentence. Anything else is a bug and keeps its stack. */
export function complaint(error: unknown, at: { readonly port: number; readonly folder: string }): string | undefined {
  if (isHandbackError(error)) {
    if (error.code === 'store/locked') return `The database in ${at.folder} is in use by another hub: stop that one, or set HANDBACK_DIR to another folder.`
    if (error.code === 'store/newer') return `The database in ${at.folder} was written by a newer version of handback: update, or set HANDBACK_DIR to another folder.`
    if (error.code.startsWith('store/')) return `The database in ${at.folder} cannot be opened: ${error.message}`
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${at.port} is in use by another program: stop that one, or set PORT to another number.`
  if (code === 'EACCES' && error instanceof Error && 'port' in error) return `Port ${at.port} is not allowed for this user: set PORT to a number above 1023.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return `The folder ${at.folder} cannot be written: make it writable, or set HANDBACK_DIR to another folder.`
  }
  return undefined
}
