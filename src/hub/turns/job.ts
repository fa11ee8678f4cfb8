import type { AIProvider, Knowledge, ReplyArticle } from '../../contracts/index.ts'
import { untilAbort } from '../../internal/abort.ts'
import type { Id, Part } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { Answer } from './answer.ts'

/** One run of the provider, and what it is for. */
export interface Job {
  readonly turn: Id
  readonly attempt: number
  /** Number of the floor that it begins on. */
  readonly floor: number
  /** Id of the message or draft that comes of it. */
  readonly message: Id
  /** For the person who holds the floor; otherwise for the visitor. */
  readonly kind?: 'assist'
  run(signal: AbortSignal, shown: Shown): Promise<Answer>
}

/** What the visitor has seen of an answer that is being written. */
export interface Shown {
  text: string
  readonly citations: Part[]
}

export interface Tools {
  readonly provider: AIProvider
  readonly knowledge: Knowledge | undefined
  readonly instructions: string
  /** Milliseconds for one run. */
  readonly turnTime: number
}

const ARTICLES = 3

/** The nearest articles to the first of these texts, then those to the next, none twice. */
export async function articlesFor(
  knowledge: Knowledge | undefined,
  questions: readonly string[],
  signal: AbortSignal,
): Promise<readonly ReplyArticle[]> {
  const all = new Map<string, ReplyArticle>()
  for (const question of questions) {
    if (!knowledge || question === '' || all.size >= ARTICLES) break
    const found = await untilAbort(signal, async () => await knowledge.search(question, { limit: ARTICLES }))
    for (const { article } of found) if (all.size < ARTICLES && !all.has(article.id)) all.set(article.id, article)
  }
  return [...all.values()]
}

/** Some work with an end: rejects with the reason of `stop`, or with `provider/time-out`. */
export async function within<T>(ms: number, stop: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const time = AbortSignal.timeout(ms)
  try {
    return await work(AbortSignal.any([stop, time]))
  } catch (error) {
    if (!time.aborted || stop.aborted) throw error
    throw new HandbackError('provider/time-out', 'The answer took too long.', { retryable: true, cause: error })
  }
}
