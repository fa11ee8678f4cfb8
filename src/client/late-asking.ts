import type { Credentials, Transports } from '../contracts/index.ts'
import type { HandbackError } from '../protocol/index.ts'
import type { Again } from './again.ts'
import type { Chat } from './api.ts'
import type { Belongings } from './belongings.ts'
import type { PartSource } from './late-part.ts'
import type { Ledger } from './ledger.ts'

type Asking = Pick<Chat, 'uploadFile' | 'readFile' | 'article' | 'transcript' | 'conversations'>

/** What a chat asks its hub beside the conversation, and files that are brought once more: a part that most pages never load. */
export function createLateAsking(
  source: PartSource,
  transports: Transports,
  credentials: Credentials,
  ledger: Ledger,
  belongings: Belongings,
  life: AbortSignal,
  fail: (error: HandbackError) => void,
): Asking & Again {
  let again: Promise<Again> | undefined
  const late = <N extends keyof Asking>(name: N): Asking[N] =>
    (async (...all: unknown[]) => {
      life.throwIfAborted()
      // however long the part takes to come, the question is of this moment and of whoever asks it
      const { whose } = belongings
      const now = name === 'conversations' ? ledger : { ...ledger }
      const { createAsking } = await source.asking()
      const asking = createAsking(transports, credentials, now, { place: () => belongings.place(whose) }, life)
      return (asking[name] as (...all: unknown[]) => unknown)(...all)
    }) as Asking[N]
  const uploadFile = late('uploadFile')

  async function load(): Promise<Again> {
    try {
      return (await source.asking()).createAgain(ledger, belongings, uploadFile, fail)
    } catch (error) {
      again = undefined
      throw error
    }
  }
  return {
    uploadFile,
    readFile: late('readFile'),
    article: late('article'),
    transcript: late('transcript'),
    conversations: late('conversations'),
    here: async (files) => (files[0] ? (await (again ??= load())).here(files) : files),
    retry(id) {
      // the hub may not have its files
      if (ledger.outbox.find(id)?.refusal?.code === 'command/invalid') (again ??= load()).then(({ retry }) => retry(id), fail)
      else ledger.outbox.revive(id)
    },
  }
}
