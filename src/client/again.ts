import { type AttachmentPart, type CommandMap, HandbackError, type Id, type Part } from '../protocol/index.ts'
import type { Chat } from './api.ts'
import type { Belongings } from './belongings.ts'
import type { Ledger } from './ledger.ts'

/** Brings files once more, so that nobody has to pick them twice on one page. */
export interface Again {
  /** The same files where the next message goes. Rejects `request/invalid` for one that is not at hand, or not this visitor's. */
  here(files: readonly AttachmentPart[]): Promise<readonly AttachmentPart[]>
  /** Sends a refused command once more; a message whose files the hub does not have with their bytes. */
  retry(id: Id): void
}

export function createAgain(
  { outbox }: Pick<Ledger, 'outbox'>,
  { place, fileOf }: Pick<Belongings, 'place' | 'fileOf'>,
  upload: Chat['uploadFile'],
  fail: (error: HandbackError) => void,
): Again {
  const running = new Set<Id>()
  const bring = async ({ name, alt }: AttachmentPart, file: Blob): Promise<AttachmentPart> => ({
    ...(await upload(file, { name })),
    ...(alt && { alt }),
  })
  return {
    async here(files) {
      if (!files[0]) return files
      const { holds } = await place()
      const elsewhere = files.map((part) => {
        const file = holds(part) || fileOf(part)
        // its bytes are where it was brought: the message could never be sent
        if (!file) throw new HandbackError('request/invalid', 'A file was brought elsewhere.')
        return file
      })
      return Promise.all(files.map((part, at) => (elsewhere[at] instanceof Blob ? bring(part, elsewhere[at]) : part)))
    },
    retry(id) {
      const { command, refusal } = outbox.find(id) ?? {}
      const data = command?.data as CommandMap['message-send'] | undefined
      const parts = (data?.parts ?? []).map((part: Part) => [part, part.type === 'attachment' && fileOf(part)] as const)
      if (refusal?.code !== 'command/invalid' || !parts.some(([, file]) => file)) return outbox.revive(id)
      if (running.has(id)) return
      running.add(id)
      Promise.all(parts.map(([part, file]) => (file ? bring(part as AttachmentPart, file) : part)))
        .then((fresh) => outbox.revive(id, { ...data, parts: fresh }), fail)
        .finally(() => running.delete(id))
    },
  }
}
