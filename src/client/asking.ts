import type { CredentialsReason, Credentials, HubRequest, Transports } from '../contracts/index.ts'
import { part } from '../conversation/shapes.ts'
import { backoff, sleep } from '../internal/backoff.ts'
import { misunderstood } from '../internal/transport-errors.ts'
import { type Check, id, int, list, optional, shape, text } from '../protocol/codec-check.ts'
import { type AttachmentPart, HandbackError, isHandbackError, isId } from '../protocol/index.ts'
import type { Article, Chat, ConversationSummary } from './api.ts'
import type { Belongings } from './belongings.ts'
import { tokenOf } from './credentials.ts'
import { noId } from './issue.ts'
import type { Ledger } from './ledger.ts'

/** How often a hub that is busy is asked, each time when it has said. */
const TRIES = 5
/** Above this a hub takes no file, and may hang up before it says so. */
const FILE_BYTES = 10_000_000

const uploaded = shape({ part: (value) => shape({ type: (type) => type === 'attachment' })(value) && part(value) })
const article = shape({ id: text, title: text, url: optional(text), text })
const summaries = shape({ conversations: list(shape({ conversation: id, phase: text, updated: int, preview: text })) })

const missing = (): HandbackError => new HandbackError('request/not-found', 'There is nothing here.')
const isMissing = (error: unknown): boolean => isHandbackError(error) && error.code === 'request/not-found'

async function read<T>(answer: Response, check: Check): Promise<T> {
  // what is no JSON is no answer of a hub either, and is refused as one
  const value: unknown = await answer.json().catch(() => null)
  if (!check(value)) throw misunderstood()
  return value as T
}

/** What a chat asks its hub beside the conversation, by the first of its ways that can ask. It ends with `life`. */
export function createAsking(
  transports: Transports,
  credentials: Credentials,
  ledger: Pick<Ledger, 'conversation' | 'past' | 'load'> & Partial<Pick<Ledger, 'files'>>,
  belongings: Pick<Belongings, 'place'>,
  life: AbortSignal,
): Pick<Chat, 'uploadFile' | 'readFile' | 'article' | 'transcript' | 'conversations'> {
  const pause = backoff({ cap: 500 })
  async function ask(path: string, signal: AbortSignal | undefined, more: Pick<HubRequest, 'body' | 'onProgress'> = {}): Promise<Response> {
    const way = [transports].flat().find(({ request }) => request)
    if (!way?.request) throw missing()
    const own = new AbortController()
    const attempt = (why: CredentialsReason): Promise<Response> =>
      (way as Required<typeof way>).request({
        method: more.body ? 'POST' : 'GET',
        path,
        ...more,
        signal: own.signal,
        credentials: () => tokenOf(credentials, why),
      })
    let why: CredentialsReason = 'first'
    try {
      for (const one of [life, signal]) {
        one?.throwIfAborted()
        one?.addEventListener('abort', () => own.abort(one.reason), { signal: own.signal })
      }
      for (let busy = 0; ; ) {
        try {
          return await attempt(why)
        } catch (error) {
          const { code, retryAfter } = isHandbackError(error) ? error : ({} as Partial<HandbackError>)
          // it has said when to come back
          if (code === 'hub/busy' && retryAfter !== undefined && (busy += 1) < TRIES) await sleep(pause.next(retryAfter), own.signal)
          else if (code === 'transport/unauthorized' && why === 'first') why = 'refused'
          else throw error
        }
      }
    } finally {
      own.abort()
    }
  }
  const of = (conversation: string | null | undefined, path: string): string => {
    if (!conversation) throw missing()
    if (!isId(conversation)) throw noId()
    return `/conversations/${conversation}/${path}`
  }
  return {
    async uploadFile(file, { name = (file as Partial<File>).name, signal, onProgress } = {}) {
      if (file.size > FILE_BYTES) throw new HandbackError('request/too-large', 'The file is too large.')
      life.throwIfAborted()
      // what it would answer is known, and no bytes are spent on it
      if (ledger.files === false) throw missing()
      const { conversation, bring } = await belongings.place()
      const path = of(conversation, `files?name=${encodeURIComponent(name?.slice(0, 200) || 'file')}`)
      const told = onProgress && { onProgress: (sent: number) => onProgress(file.size ? sent / file.size : 1) }
      const answer = await ask(path, signal, { body: file, ...told })
      onProgress?.(1)
      return bring((await read<{ part: AttachmentPart }>(answer, uploaded)).part, file)
    },
    readFile: async ({ blob }, { signal } = {}) => (await ask(of(ledger.conversation, `files/${encodeURIComponent(blob)}`), signal)).blob(),
    async article(name, { signal } = {}) {
      try {
        return await read<Article>(await ask(`/articles/${encodeURIComponent(name)}`, signal), article)
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    transcript: async (format, { conversation = ledger.conversation, signal } = {}) =>
      (await ask(of(conversation, `export${format === 'text' ? '?format=text' : ''}`), signal)).blob(),
    async conversations({ signal } = {}) {
      await ledger.load()
      if (!ledger.past && !ledger.conversation) return []
      return (await read<{ conversations: readonly ConversationSummary[] }>(await ask('/conversations', signal), summaries)).conversations
    },
  }
}
