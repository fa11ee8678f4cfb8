import type { AIProvider } from '../contracts/index.ts'
import { HandbackError } from '../protocol/index.ts'
import { type Case, type ProviderAsk, QUESTION, type ReplyGives, type ServiceAnswer, requestWith, toolsFor } from './ai-provider/answers.ts'
import { askingChecks } from './ai-provider/asking.ts'
import { type ServiceCase, serviceBench } from './ai-provider/bench.ts'
import { cuttingChecks } from './ai-provider/cutting.ts'
import { damageChecks } from './ai-provider/damage.ts'
import { failingChecks } from './ai-provider/failing.ts'
import type { FetchLike } from './ai-provider/fake-fetch.ts'
import { holdingChecks } from './ai-provider/holding.ts'
import { partChecks } from './ai-provider/parts.ts'
import { bytesOf } from './ai-provider/pieces.ts'
import { stoppingChecks } from './ai-provider/stopping.ts'
import type { RegisterTest } from './check.ts'

export interface ServiceProviderSuiteOptions {
  /** Makes a fresh provider over this `fetch`, with a key if it takes one. Called many times. */
  readonly provider: (fetch: FetchLike) => AIProvider
  /** Some bodies of the service and what they mean: text at least, and calls of tools, filters and errors where it has them. */
  readonly answers: readonly ServiceAnswer[]
  /** What the service sends to keep a line open. Default a comment where bodies are server-sent events, and else nothing. */
  readonly heartbeat?: string
}

export interface DirectProviderSuiteOptions {
  /** Makes a fresh provider. Called many times. */
  readonly provider: () => AIProvider
  /** Some questions and what each must give, every time. */
  readonly asks: readonly ProviderAsk[]
}

export type AIProviderSuiteOptions = ServiceProviderSuiteOptions | DirectProviderSuiteOptions

/**
 * The laws of `AIProvider` as checks for any test runner. Over `fetch` you give the bytes of your service and what they mean, and
 * the kit does the breaking: it cuts bodies everywhere, loses connections, damages bytes, refuses, stalls and aborts. Providers
 * without a service give questions, and only the laws of every provider are checked.
 *
 * @throws HandbackError `request/invalid` without an answer that has text.
 * @example
 * import { test } from 'node:test'
 * aiProviderSuite(test, {
 *   provider: (fetch) => acme({ apiKey: 'key-of-the-kit', fetch }),
 *   answers: [{ name: 'two words', body: '{"text":"Hel"}\n{"text":"lo"}\n{"end":"stop"}\n', gives: { text: 'Hello', finish: 'stop' } }],
 * })
 */
export function aiProviderSuite(test: RegisterTest, options: AIProviderSuiteOptions): void {
  if ('asks' in options) {
    const { provider, asks } = options
    const cases = asks.map((ask): Case => {
      const name = ask.name ?? ask.request.messages?.at(-1)?.text ?? QUESTION
      return { name: `“${name}”`, gives: ask.gives, request: () => requestWith(ask.request) }
    })
    spokenOf(cases)
    const bench = { cases, open: () => provider() }
    for (const [name, run] of [...partChecks, ...stoppingChecks]) test(name, () => run(bench))
    return
  }
  const { provider, answers, heartbeat } = options
  const cases = answers.map((answer): ServiceCase => {
    const { name, body, status = 200, headers = { 'content-type': 'text/event-stream' }, gives } = answer
    const request = (): ReturnType<Case['request']> => requestWith({ ...toolsFor(gives), ...answer.request })
    return { name: `“${name}”`, gives, request, bytes: bytesOf(body), status, headers }
  })
  const bench = serviceBench(provider, cases, spokenOf(cases), heartbeat)
  const all = [...partChecks, ...stoppingChecks, ...cuttingChecks, ...damageChecks, ...failingChecks, ...holdingChecks, ...askingChecks]
  for (const [name, run] of all) test(name, () => run(bench))
}

/** The first answer that says something, and nothing else. */
function spokenOf<T extends { readonly gives: ReplyGives }>(cases: readonly T[]): T {
  const spoken = cases.find(({ gives }) => gives.text && !gives.error && !gives.calls)
  if (!spoken) throw new HandbackError('request/invalid', 'The kit needs an answer that is text, and no call.')
  return spoken
}
