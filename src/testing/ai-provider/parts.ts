import type { ReplyPart } from '../../contracts/index.ts'
import { check } from '../check.ts'
import { came } from './answers.ts'
import type { ProviderBench, ProviderCheck } from './bench.ts'
import { answerOf, ask } from './reading.ts'

/** Bytes that a state may have, as JSON. */
const STATE = 65_536

type Of<T extends ReplyPart['type']> = Extract<ReplyPart, { type: T }>

const text = (value: unknown): boolean => typeof value === 'string'
const named = (value: unknown): boolean => typeof value === 'string' && value !== ''
const inside = (value: unknown, low: number): boolean => value === undefined || (typeof value === 'number' && value >= low && value <= 1)
const tokens = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0

/** Whether a part is what its type says. What has no line here is no part. */
const shapes: { readonly [T in ReplyPart['type']]: (part: Of<T>) => boolean } = {
  'text-delta': (part) => text(part.text),
  citation: ({ id, title, url }) => named(id) && text(title) && (url === undefined || text(url)),
  'tool-start': ({ name }) => named(name),
  'tool-call': ({ id, name, input }) => named(id) && named(name) && JSON.stringify(input) !== undefined,
  signals: ({ confidence, sentiment }) => inside(confidence, 0) && inside(sentiment, -1),
  'handoff-request': ({ reason, summary }) => text(reason) && (summary === undefined || text(summary)),
  refusal: (part) => part.text === undefined || text(part.text),
  state: ({ data }) => data !== undefined,
  finish: ({ reason, usage }) =>
    ['stop', 'length', 'tool-call', 'filtered'].includes(reason) && (!usage || (tokens(usage.inputTokens) && tokens(usage.outputTokens))),
}

/** The parts of each answer that ends well. */
async function* wellEnded({ cases, open }: ProviderBench): AsyncGenerator<readonly [what: string, parts: readonly ReplyPart[]]> {
  for (const each of cases) {
    const { parts, error } = await ask(open(each), each.request(), each.name)
    if (!error) yield [each.name, parts]
  }
}

/** Of each answer, also of one that ends in an error. */
async function* allOf({ cases, open }: ProviderBench): AsyncGenerator<readonly [what: string, parts: readonly ReplyPart[]]> {
  for (const each of cases) yield [each.name, (await ask(open(each), each.request(), each.name)).parts]
}

export const partChecks: readonly ProviderCheck[] = [
  ['says what it is', async ({ cases, open }) => {
    const [first] = cases
    check(first, 'the kit has an answer')
    const { specVersion, name, supports, keyed } = open(first)
    check(specVersion === 1, `its specVersion is ${String(specVersion)}, wanted 1`)
    check(named(name), 'a provider has a name')
    for (const [what, value] of Object.entries({ tools: supports.tools, images: supports.images })) {
      check(typeof value === 'boolean', `supports.${what} is ${String(value)}, wanted true or false`)
    }
    check(keyed === undefined || typeof keyed === 'boolean', `keyed is ${String(keyed)}, wanted true or false`)
  }],

  ['gives each answer as it was meant', async ({ cases, open }) => {
    for (const each of cases) came(await ask(open(each), each.request(), each.name), each.gives, each.name)
  }],

  ['gives parts of the contract, and errors never as parts', async (bench) => {
    for await (const [what, parts] of allOf(bench)) {
      for (const part of parts) {
        const shape = Object.hasOwn(shapes, part.type) ? (shapes[part.type] as (part: ReplyPart) => boolean) : undefined
        check(shape, `${what}: “${part.type}” is no part of the contract`)
        check(shape(part), `${what}: this is no whole part: ${JSON.stringify(part)}`)
      }
    }
  }],

  ['an answer has exactly one finish, which is its last part', async (bench) => {
    for await (const [what, parts] of wellEnded(bench)) {
      const count = parts.filter(({ type }) => type === 'finish').length
      check(count === 1, `${what}: finish came ${count} times, wanted once`)
      check(parts.at(-1)?.type === 'finish', `${what}: the last part is ${parts.at(-1)?.type}, wanted finish`)
    }
  }],

  ['signals come before the first text', async (bench) => {
    for await (const [what, parts] of allOf(bench)) {
      const spoken = parts.findIndex(({ type }) => type === 'text-delta')
      const signalled = parts.findLastIndex(({ type }) => type === 'signals')
      check(spoken < 0 || signalled < spoken, `${what}: signals came after text`)
    }
  }],

  ['tool calls are the last things, each with an id of its own, and finish says tool-call', async (bench) => {
    for await (const [what, parts] of allOf(bench)) {
      const calls = parts.filter((part): part is Of<'tool-call'> => part.type === 'tool-call')
      const first = parts.findIndex(({ type }) => type === 'tool-call')
      const after = parts.slice(first).find(({ type }) => type === 'text-delta' || type === 'tool-start')
      check(first < 0 || !after, `${what}: ${after?.type} came after a tool call`)
      check(new Set(calls.map(({ id }) => id)).size === calls.length, `${what}: two calls have the same id`)
      const { finish, state } = answerOf(parts)
      check(calls.length === 0 || finish === 'tool-call', `${what}: there are calls, and finish says ${finish}`)
      const meant = finish !== 'tool-call' || calls.length > 0 || state !== undefined
      check(meant, `${what}: finish says tool-call, and there is neither a call nor a state`)
    }
  }],

  ['a tool that is begun is called, once for each time, unless the answer does not end well', async (bench) => {
    for await (const [what, parts] of wellEnded(bench)) {
      const { calls, finish } = answerOf(parts)
      const begun = parts.filter((part): part is Of<'tool-start'> => part.type === 'tool-start').map(({ name }) => name)
      const called = calls.map(({ name }) => name)
      if (finish !== 'tool-call' || begun.length === 0) continue
      check(begun.toSorted().join() === called.toSorted().join(), `${what}: it began [${begun.join()}] and called [${called.join()}]`)
    }
  }],

  ['a state is JSON of at most 64 KiB, and comes only where tools are called', async (bench) => {
    for await (const [what, parts] of wellEnded(bench)) {
      for (const { data } of parts.filter((part): part is Of<'state'> => part.type === 'state')) {
        const json = JSON.stringify(data)
        check(json !== undefined && JSON.stringify(JSON.parse(json)) === json, `${what}: the state is no JSON`)
        check(new TextEncoder().encode(json).length <= STATE, `${what}: the state has ${json.length} characters as JSON`)
        check(answerOf(parts).finish === 'tool-call', `${what}: a state came, and no tool is called`)
      }
    }
  }],
]
