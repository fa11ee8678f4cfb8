import type { AIProvider, Knowledge, ReplyArticle, Usage } from '../../contracts/index.ts'
import { untilAbort } from '../../internal/abort.ts'
import type { AttachmentPart, CommandMap, CommandType, Header, Id, Meter, Part } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { RedactionOptions } from '../../privacy/index.ts'
import type { Outcome } from '../execute.ts'
import type { Chain } from './model/chain.ts'
import type { Toolbox } from './tools/tool-runs.ts'

/** What a turn came to, beside its place in the log. */
export type Commit = Omit<CommandMap['turn-commit'], 'turn' | 'attempt' | 'floor'>

/** One run of the bot, and what it is for. */
export interface Job {
  readonly turn: Id
  readonly attempt: number
  /** Number of the floor that it begins on. */
  readonly floor: number
  /** Id of the message or draft that comes of it. */
  readonly message: Id
  /** For the person who holds the floor; otherwise for the visitor. */
  readonly kind?: 'assist'
  run(signal: AbortSignal, shown: Shown): Promise<Commit>
}

/** What the visitor has seen of an answer that is being written, and what it has cost. */
export interface Shown {
  text: string
  readonly citations: Part[]
  meter?: Meter
}

/** All that a turn needs of its hub. */
export interface Tools {
  readonly chain: Chain
  readonly knowledge: Knowledge | undefined
  readonly instructions: string
  /** Milliseconds for one run. */
  readonly turnTime: number
  readonly toolbox: Toolbox
  /** What is hidden from providers; `false`: nothing. */
  readonly redact: RedactionOptions | false
  /** Tokens of the conversation that a model is given at most. */
  readonly contextTokens: number
  /** Bytes of a file that a visitor sent, for models that take pictures. */
  readonly readAttachment: ((part: AttachmentPart) => Promise<Uint8Array | undefined>) | undefined
  /** What a run has cost, in the currency of the budget. */
  readonly price: ((usage: Usage, provider: string) => number) | undefined
  /** Whether tokens are guessed where a service does not tell them, because a budget is kept by them. */
  readonly guessUsage: boolean
  readonly offerHumanBelow: number
  /** Why no model may be asked in this conversation, if so. */
  readonly barred: (header: Header) => string | undefined
  /** Issues a command as the assistant. */
  readonly order: <T extends CommandType>(conversation: Id, type: T, data: CommandMap[T], id: Id) => Promise<Outcome>
}

/** What an attempt has used, as the log keeps it. */
export function meterOf({ price }: Tools, provider: AIProvider, usage: Usage): Meter {
  const cost = price?.(usage, provider.name)
  return { provider: provider.name.slice(0, 80), inputTokens: usage.inputTokens, outputTokens: usage.outputTokens, ...(cost === undefined ? {} : { cost }) }
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
