import type { AIProvider, ReplyOptions, ReplyPart, ReplyRequest } from '../../contracts/index.ts'
import { type HandbackError, isHandbackError } from '../../protocol/index.ts'
import { check, within } from '../check.ts'

/** More parts than any answer of the kit has. */
const MANY = 200_000

/** What came of a reply. */
export interface Outcome {
  readonly parts: readonly ReplyPart[]
  readonly error?: HandbackError
}

/** Reads a reply to its end. Throws, as a failure of the check, what is no error of ours, and when the end does not come. */
async function outcomeOf(reply: AsyncIterable<ReplyPart>, what: string): Promise<Outcome> {
  const parts: ReplyPart[] = []
  async function read(): Promise<Outcome> {
    try {
      for await (const part of reply) {
        parts.push(part)
        if (parts.length > MANY) break
      }
    } catch (error) {
      return { parts, error: ours(error, what) }
    }
    return { parts }
  }
  const outcome = await within(read(), `${what}: the end of the reply`)
  check(parts.length <= MANY, `${what}: the parts do not end`)
  return outcome
}

/** An error that a provider may throw. */
export function ours(error: unknown, what: string): HandbackError {
  check(isHandbackError(error), `${what}: it threw what is no HandbackError: ${String(error)}`)
  check(error.code.startsWith('provider/'), `${what}: it threw ${error.code}, which is no error of a provider`)
  const { retryAfter } = error
  check(retryAfter === undefined || (Number.isFinite(retryAfter) && retryAfter >= 0), `${what}: its retryAfter is ${retryAfter}`)
  return error
}

/** Asks, and reads to the end. */
export const ask = (provider: AIProvider, request: ReplyRequest, what: string, options: Partial<ReplyOptions> = {}): Promise<Outcome> =>
  outcomeOf(provider.reply(request, { signal: new AbortController().signal, ...options }), what)

/** What its parts say together, however many they are. */
export interface Answer {
  readonly text: string
  readonly calls: readonly { readonly name: string; readonly input: unknown }[]
  readonly citations: readonly Omit<Extract<ReplyPart, { type: 'citation' }>, 'type'>[]
  readonly handoff: string | undefined
  readonly refusal: boolean
  readonly state: unknown
  readonly finish: string | undefined
}

export function answerOf(parts: readonly ReplyPart[]): Answer {
  const all = <T extends ReplyPart['type']>(type: T): Extract<ReplyPart, { type: T }>[] =>
    parts.filter((part): part is Extract<ReplyPart, { type: T }> => part.type === type)
  return {
    text: all('text-delta').map(({ text }) => text).join(''),
    calls: all('tool-call').map(({ name, input }) => ({ name, input })),
    citations: all('citation').map(({ type: _, ...citation }) => citation),
    handoff: all('handoff-request')[0]?.reason,
    refusal: all('refusal').length > 0,
    state: all('state').at(-1)?.data,
    finish: all('finish')[0]?.reason,
  }
}

/** The parts without what may differ between two runs: where a text is cut, and ids that are made up. */
export function shapeOf(parts: readonly ReplyPart[]): readonly object[] {
  const shape: object[] = []
  let text = ''
  const flush = (): void => {
    if (text) shape.push({ type: 'text-delta', text })
    text = ''
  }
  for (const part of parts) {
    if (part.type === 'text-delta') {
      text += part.text
      continue
    }
    flush()
    shape.push(part.type === 'tool-call' ? { ...part, id: '' } : part)
  }
  flush()
  return shape
}
