import type { AIProvider, Knowledge, ReplyArticle, Usage } from '../../contracts/index.ts'
import { untilAbort } from '../../internal/abort.ts'
import type { AttachmentPart, CommandMap, CommandType, Header, Id, Meter, Part, StoredEvent } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { RedactionOptions } from '../../privacy/index.ts'
import type { Outcome } from '../execute.ts'
import type { HubForm } from '../forms.ts'
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
  /** `seq` of the newest visitor message that it answers. */
  readonly upTo?: number
  run(signal: AbortSignal, shown: Shown): Promise<Commit>
}

/** What the visitor has seen of an answer that is being written, and what it has cost. */
export interface Shown {
  text: string
  readonly citations: Part[]
  /** One for each service that was asked, the last one last. */
  readonly meters: Map<string, Meter>
}

/** All that a turn needs of its hub. */
export interface Tools {
  readonly chain: Chain
  readonly knowledge: Knowledge | undefined
  readonly instructions: string
  /** Milliseconds for one run. */
  readonly turnTime: number
  readonly toolbox: Toolbox
  /** What the assistant may ask by a form. */
  readonly forms: readonly HubForm[]
  /** What is hidden from providers; `false`: nothing. */
  readonly redact: RedactionOptions | false
  /** Tokens of the conversation that a model is given at most. */
  readonly contextTokens: number
  /** Bytes of a file that a visitor sent, for models that take pictures. */
  readonly readAttachment: ((part: AttachmentPart, conversation: Id) => Promise<Uint8Array | undefined>) | undefined
  /** What a run has cost, in the currency of the budget. */
  readonly price: ((usage: Usage, provider: string) => number) | undefined
  /** Something of the deployment failed, and the turn goes on without it. */
  readonly onFailure: (error: unknown, message: string) => void
  /** Whether tokens are guessed where a service does not tell them, because a budget is kept by them. */
  readonly guessUsage: boolean
  readonly offerHumanBelow: number
  /** Why no model may be asked in this conversation, if so. */
  readonly barred: (header: Header) => string | undefined
  /** The newest events of a conversation, as they are now. */
  readonly read: (conversation: Id) => Promise<readonly StoredEvent[]>
  /** Issues a command as the assistant. */
  readonly order: <T extends CommandType>(conversation: Id, type: T, data: CommandMap[T], id: Id) => Promise<Outcome>
}

/** What an attempt has used, as the log keeps it. */
export function meterOf({ price, onFailure }: Pick<Tools, 'price' | 'onFailure'>, provider: AIProvider, { inputTokens, outputTokens }: Usage): Meter {
  const usage = { inputTokens: whole(inputTokens), outputTokens: whole(outputTokens) }
  const meter = { provider: provider.name.slice(0, 80), ...usage }
  try {
    const cost = price?.(usage, provider.name)
    return cost !== undefined && Number.isFinite(cost) ? { ...meter, cost } : meter
  } catch (error) {
    // an answer is not worth less because nobody knows what it cost
    onFailure(error, 'A price could not be told')
    return meter
  }
}

/** Services tell anything. */
const whole = (count: number): number => (Number.isFinite(count) ? Math.max(0, Math.round(count)) : 0)

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

/** Above this a timer fires at once. */
export const LONGEST = 2_147_483_647

/** Some work with an end: rejects with the reason of `stop`, or with `provider/time-out`. */
export async function within<T>(ms: number, stop: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const time = AbortSignal.timeout(Math.min(ms, LONGEST))
  const both = AbortSignal.any([stop, time])
  try {
    // what minds no signal must not hold the conversation
    return await untilAbort(both, () => work(both))
  } catch (error) {
    if (!time.aborted || stop.aborted) throw error
    throw new HandbackError('provider/time-out', 'The answer took too long.', { retryable: true, cause: error })
  }
}
