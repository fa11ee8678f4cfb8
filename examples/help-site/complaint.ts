import { isHandbackError } from 'handback'
import { KeyDamaged } from './key.ts'

const unwritable: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST'])

/** Pseudo file systems answer "no such file" where nothing can be made; about any other file it is a bug. */
function isAbout(error: unknown, folder: string): boolean {
  const path = error instanceof Error && 'path' in error ? String(error.path) : undefined
  return path !== undefined && (path.startsWith(folder) || folder.startsWith(path))
}

/** What can go wrong at start that its reader can mend, each as one sentence. Anything else is a bug and keeps its stack. */
export function complaint(error: unknown, at: { readonly port: number; readonly folder: string }): string | undefined {
  if (error instanceof KeyDamaged) return error.message
  if (isHandbackError(error)) {
    if (error.code === 'store/locked') return `The database in ${at.folder} is in use by another hub: stop that one, or set HANDBACK_DIR to another folder.`
    if (error.code === 'store/newer') return `The database in ${at.folder} was written by a newer version of handback: update, or set HANDBACK_DIR to another folder.`
    if (error.code.startsWith('store/')) return `The database in ${at.folder} cannot be opened: ${error.message}`
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${at.port} is in use by another program: stop that one, or set PORT to another number.`
  if (code === 'EACCES' && error instanceof Error && 'port' in error) return `Port ${at.port} is not allowed for this user: set PORT to a number above 1023.`
  if (typeof code === 'string' && (unwritable.has(code) || (code === 'ENOENT' && isAbout(error, at.folder)))) {
    return `The folder ${at.folder} cannot be written: make it writable, or set HANDBACK_DIR to another folder.`
  }
  return undefined
}
