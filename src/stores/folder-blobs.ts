import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { BlobInfo, BlobStore } from '../contracts/index.ts'
import { HandbackError, type Id, isId } from '../protocol/index.ts'

/** Ends the description that stands before the bytes; JSON has no such byte. */
const LINE_END = 10
/** A disk, or what one may use of it, is full. */
const full: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown } | null)?.code

const failed = (cause: unknown): HandbackError =>
  full.has(codeOf(cause))
    ? new HandbackError('store/full', 'There is no room for more files.', { retryable: true, cause })
    : new HandbackError('store/unavailable', 'The files cannot be reached.', { retryable: true, cause })

/** Nothing but ids makes a name, and not every disk tells upper case from lower. */
function nameOf(id: Id): string {
  if (!isId(id)) throw new HandbackError('request/invalid', 'This is no id.')
  return Buffer.from(id).toString('hex')
}

/** Longest description, in bytes: a name of 200 characters and ids of 64. */
const DESCRIPTION = 8_192

/** What is known of a kept file, without its bytes; `undefined` when it is gone meanwhile. */
async function describe(place: string): Promise<BlobInfo | undefined> {
  const handle = await open(place, 'r').catch(absent)
  if (!handle) return undefined
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(DESCRIPTION), 0, DESCRIPTION, 0)
    return JSON.parse(buffer.subarray(0, buffer.subarray(0, bytesRead).indexOf(LINE_END)).toString()) as BlobInfo
  } finally {
    await handle.close()
  }
}

function absent(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

/** What stands in a folder by the names of ids; what was half written has another name. */
const idsIn = async (folder: string): Promise<readonly string[]> =>
  ((await readdir(folder).catch(absent)) ?? []).filter((name) => /^[0-9a-f]+$/.test(name)).sort()

/** Puts on disk what a folder lists; Windows does that by itself, and cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function write(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  try {
    for (const piece of pieces) await handle.writeFile(piece)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Keeps files in a folder of this machine: one file for each, in a folder for each conversation, named by nothing but their ids. A file is
 * there whole or not at all, also after a crash: it is written beside its place, synced and moved. The folder is made when it is needed;
 * it must be the hub's own, and no web server may serve it.
 *
 * @throws HandbackError `store/full` when the disk is, `store/unavailable` for all else that a disk does.
 * @example const hub = createHub({ store, provider, tokens, blobs: folderBlobs('.handback/files') })
 */
export function folderBlobs(folder: string): BlobStore {
  const root = resolve(folder)
  const folderOf = (conversation: Id): string => join(root, nameOf(conversation))
  const placeOf = (conversation: Id, blob: Id): string => join(folderOf(conversation), nameOf(blob))
  /** Which are being written: whoever brings the same again waits for the first. */
  const writing = new Map<string, Promise<void>>()

  async function keep(place: string, info: BlobInfo, bytes: Uint8Array): Promise<void> {
    if (await stat(place).catch(() => undefined)) return
    const parent = dirname(place)
    const beside = `${place}.${randomUUID()}`
    let made: string | undefined
    const begin = async (): Promise<FileHandle> => {
      made = await mkdir(parent, { recursive: true, mode: 0o700 }) ?? made
      return open(beside, 'wx', 0o600)
    }
    try {
      // a folder goes with its last file, which may be now
      const handle = await begin().catch((error: unknown) => (codeOf(error) === 'ENOENT' ? begin() : Promise.reject(error)))
      await write(handle, [Buffer.from(`${JSON.stringify(info)}\n`), bytes])
      await rename(beside, place)
    } catch (error) {
      await rm(beside, { force: true }).catch(() => {
        // what made the write fail is told; what is left goes with its conversation
      })
      throw error
    }
    await syncFolder(parent)
    // up to the one that was there before
    for (let above = parent; made !== undefined && above.length >= made.length; above = dirname(above)) await syncFolder(dirname(above))
  }

  return {
    name: 'folder',
    async put(info, bytes) {
      const place = placeOf(info.conversation, info.blob)
      const before = writing.get(place)
      if (before) return before
      const work = keep(place, info, bytes.slice()).catch((error: unknown) => {
        throw failed(error)
      })
      writing.set(place, work)
      try {
        await work
      } finally {
        writing.delete(place)
      }
    },
    async get(conversation, blob) {
      const place = placeOf(conversation, blob)
      try {
        const file = new Uint8Array(await readFile(place))
        const end = file.indexOf(LINE_END)
        return { info: JSON.parse(new TextDecoder().decode(file.subarray(0, end))) as BlobInfo, bytes: file.subarray(end + 1) }
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw failed(error)
      }
    },
    async kept(conversation) {
      const folder = folderOf(conversation)
      const infos: BlobInfo[] = []
      try {
        for (const name of await idsIn(folder)) {
          const info = await describe(join(folder, name))
          if (info) infos.push(info)
        }
      } catch (error) {
        throw failed(error)
      }
      return infos
    },
    async list({ before, limit, page = '' }) {
      const items: BlobInfo[] = []
      const [from = ''] = page.split('/')
      let looked = 0
      try {
        for (const conversation of (await idsIn(root)).filter((name) => name >= from)) {
          for (const blob of await idsIn(join(root, conversation))) {
            const at = `${conversation}/${blob}`
            if (conversation === from && at <= page) continue
            // also those that are too new cost a look
            const info = await describe(join(root, conversation, blob))
            if (info && info.at < before) items.push(info)
            looked += 1
            if (looked >= limit) return { items, next: at }
          }
        }
        return { items }
      } catch (error) {
        throw failed(error)
      }
    },
    async delete(conversation, blob) {
      const gone = blob === undefined ? folderOf(conversation) : placeOf(conversation, blob)
      try {
        await rm(gone, { recursive: true, force: true })
        // one that holds others stays
        const last = blob === undefined || (await rmdir(folderOf(conversation)).then(() => true, () => false))
        await syncFolder(last ? root : folderOf(conversation))
      } catch (error) {
        // where nothing was kept nothing is listed
        if (codeOf(error) !== 'ENOENT') throw failed(error)
      }
    },
  }
}
