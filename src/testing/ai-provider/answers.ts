import type { ReplyPart, ReplyRequest } from '../../contracts/index.ts'
import type { ErrorCode } from '../../protocol/index.ts'
import { check } from '../check.ts'
import { type Outcome, answerOf } from './reading.ts'

/** What a reply must come to. What is not named must not be there. */
export interface ReplyGives {
  /** All of the text together. Default none. */
  readonly text?: string
  /** In order. Ids are the provider's to choose. */
  readonly calls?: readonly { readonly name: string; readonly input: unknown }[]
  /** In order; of each only what is named is compared. */
  readonly citations?: readonly { readonly id?: string; readonly title?: string; readonly url?: string }[]
  /** The reason of a `handoff-request`. */
  readonly handoff?: string
  /** A `refusal` part must come. */
  readonly refusal?: true
  /** Not needed where `error` is. */
  readonly finish?: Extract<ReplyPart, { type: 'finish' }>['reason']
  /** The code of what it must throw, after `text`. */
  readonly error?: ErrorCode
}

/** What a service answers, as its bytes, and what they mean. */
export interface ServiceAnswer {
  /** Named in what the kit says. */
  readonly name: string
  /** The whole body, as the service sends it. */
  readonly body: string | Uint8Array
  /** Default 200. */
  readonly status?: number
  /** Default `{ 'content-type': 'text/event-stream' }`. */
  readonly headers?: Readonly<Record<string, string>>
  /** What is particular about the question. Default: the kit's, with the tools that `gives.calls` names. */
  readonly request?: Partial<ReplyRequest>
  readonly gives: ReplyGives
}

/** A question to a provider that needs no service, and what it must answer each time. */
export interface ProviderAsk {
  /** Named in what the kit says. Default the visitor's last words. */
  readonly name?: string
  readonly request: Partial<ReplyRequest>
  readonly gives: ReplyGives
}

/** One question of the kit. */
export interface Case {
  readonly name: string
  readonly gives: ReplyGives
  /** A fresh one at each call. */
  request(): ReplyRequest
}

/** What the visitor asks where nothing else is said: a request that does not hold it asks the service something else. */
export const QUESTION = 'Do you deliver to Tromsø? ("kit")'

/** A request of the kit: all that is always there, and what is said otherwise. */
export const requestWith = (more: Partial<ReplyRequest> = {}): ReplyRequest =>
  structuredClone({
    conversation: 'conversation-0001',
    turn: 'turn-of-the-kit-0001',
    system: 'You answer for a shop.',
    messages: [{ role: 'visitor', text: QUESTION }],
    articles: [],
    ...more,
  })

export const toolNamed = (name: string): NonNullable<ReplyRequest['tools']>[number] => ({
  name,
  description: `Does what ${name} says.`,
  parameters: { type: 'object', properties: {}, additionalProperties: true },
})

/** The tools without which there would be no such calls. */
export const toolsFor = ({ calls = [] }: ReplyGives): Partial<ReplyRequest> =>
  calls.length > 0 ? { tools: [...new Set(calls.map(({ name }) => name))].map(toolNamed) } : {}

/** Says what is other than it was given, or nothing. */
export function difference({ parts, error }: Outcome, gives: ReplyGives): string | undefined {
  if (error?.code !== gives.error) return `${error ? `it threw ${error.code}` : 'it threw nothing'}, wanted ${gives.error ?? 'an answer'}`
  const answer = answerOf(parts)
  const wanted = {
    text: gives.text ?? '',
    calls: gives.calls ?? [],
    citations: gives.citations ?? [],
    handoff: gives.handoff,
    refusal: gives.refusal ?? false,
    finish: gives.error ? undefined : gives.finish,
  }
  const got = {
    text: answer.text,
    calls: answer.calls,
    citations: answer.citations.map((citation, index) => onlyKeysOf(wanted.citations[index] ?? citation, citation)),
    handoff: answer.handoff,
    refusal: answer.refusal,
    finish: answer.finish,
  }
  const keys = Object.keys(wanted) as (keyof typeof wanted)[]
  const key = keys.find((each) => canonical(got[each]) !== canonical(wanted[each]))
  return key && `its ${key} ${canonical(got[key])}, wanted ${canonical(wanted[key])}`
}

/** Throws unless it came out as it was given. */
export function came(outcome: Outcome, gives: ReplyGives, what: string): void {
  const other = difference(outcome, gives)
  check(other === undefined, `${what}: ${other}`)
}

const onlyKeysOf = (wanted: object, value: object): object => Object.fromEntries(Object.entries(value).filter(([key]) => key in wanted))

/** JSON with its keys in order, so that two of the same are the same text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'nothing'
