import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { Chat } from '../../client/api.ts'
import type { AttachmentPart, ErrorCode } from '../../protocol/index.ts'
import { isHandbackError } from '../../protocol/errors.ts'

/** Files of one message. */
export const MOST_FILES = 5
/** Bytes of one file, as much as a hub takes. */
export const LARGEST_FILE = 10_000_000

/** One file on its way, there, or in vain. */
export interface Upload {
  readonly key: number
  readonly file: File
  /** 0..1. */
  readonly share: number
  /** What stands for it in a message, once it is there. */
  readonly part?: AttachmentPart
  /** It may be tried again. */
  readonly failed?: true
}

/** A file that cannot be sent at all. */
export interface RefusedFile {
  readonly name: string
  /** `empty`: there is nothing in it. `off`: this hub takes no files at all. `full`: the conversation holds as many as it may. */
  readonly why: 'too-large' | 'empty' | 'kind' | 'off' | 'full'
}

export interface UploadList {
  readonly items: readonly Upload[]
  /** Since something was last added or taken away. */
  readonly refused: readonly RefusedFile[]
  /** More were given than go into one message. */
  readonly tooMany: boolean
}

export interface Uploads {
  readonly $list: ReadableAtom<UploadList>
  /** Begins to bring them to the hub. */
  add(files: Iterable<File>): void
  retry(key: number): void
  /** Takes one out, on its way or not. */
  remove(key: number): void
  /** Ends all. Returns what puts them back, unless there are others by then. */
  clear(): () => void
}

const empty: UploadList = { items: [], refused: [], tooMany: false }

/** What a hub says when trying again is in vain. */
const refusals: Readonly<Partial<Record<ErrorCode, RefusedFile['why']>>> = {
  'request/too-large': 'too-large',
  'request/not-found': 'off',
  'request/invalid': 'kind',
  'limit/reached': 'full',
}

/**
 * The files of the message that is being written, at most 5 of 10 MB.
 *
 * @example const uploads = createUploads(chat.uploadFile)
 */
export function createUploads(upload: Chat['uploadFile']): Uploads {
  const $list = atom<UploadList>(empty)
  const running = new Map<number, AbortController>()
  let next = 0

  const change = (key: number, items: (item: Upload) => readonly Upload[], refused: readonly RefusedFile[] = $list.get().refused) =>
    $list.set({ ...$list.get(), items: $list.get().items.flatMap((item) => (item.key === key ? items(item) : [item])), refused })

  async function bring({ key, file }: Upload): Promise<void> {
    const stop = new AbortController()
    running.set(key, stop)
    const { signal } = stop
    try {
      const part = await upload(file, { name: file.name, signal, onProgress: (share) => change(key, (item) => [{ ...item, share }]) })
      if (!signal.aborted) change(key, (item) => [{ ...item, share: 1, part }])
    } catch (error) {
      if (signal.aborted) return
      const why = isHandbackError(error) && refusals[error.code]
      if (why) change(key, () => [], [...$list.get().refused, { name: file.name, why }])
      else change(key, (item) => [{ ...item, failed: true }])
    } finally {
      if (running.get(key) === stop) running.delete(key)
    }
  }

  const stop = (key: number) => {
    running.get(key)?.abort()
    running.delete(key)
  }

  return {
    $list,
    add(files) {
      const { items } = $list.get()
      const all = [...files]
      const fit = all.filter(({ size }) => size > 0 && size <= LARGEST_FILE)
      const more = fit.slice(0, MOST_FILES - items.length).map((file) => ({ key: next++, file, share: 0 }))
      const refused = all.filter((file) => !fit.includes(file)).map(({ name, size }) => ({ name, why: size > 0 ? ('too-large' as const) : ('empty' as const) }))
      $list.set({ items: [...items, ...more], refused: refused.slice(0, MOST_FILES), tooMany: more.length < fit.length })
      for (const item of more) void bring(item)
    },
    retry(key) {
      change(key, ({ file }) => [{ key, file, share: 0 }])
      const again = $list.get().items.find((item) => item.key === key)
      if (again) void bring(again)
    },
    remove(key) {
      stop(key)
      change(key, () => [], [])
      $list.set({ ...$list.get(), tooMany: false })
    },
    clear() {
      const before = $list.get()
      for (const key of [...running.keys()]) stop(key)
      $list.set(empty)
      return () => {
        if ($list.get().items.length === 0) $list.set(before)
      }
    },
  }
}
