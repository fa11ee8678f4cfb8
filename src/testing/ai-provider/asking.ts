import type { AIProvider, ReplyMessage, ReplyRequest, ReplyStep } from '../../contracts/index.ts'
import { HandbackError, isHandbackError } from '../../protocol/index.ts'
import { check, within } from '../check.ts'
import { QUESTION, came, toolNamed } from './answers.ts'
import { type ServiceBench, type ServiceCheck, onlyCall, withBody } from './bench.ts'
import type { FakeCall } from './fake-fetch.ts'
import { ask } from './reading.ts'
import { frozen } from './stopping.ts'

const IMAGE = { media: 'image/png', data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ' }
const TOOL = 'kit_looks_up'
const OUTPUT = '{"found":"result-of-the-kit-4711"}'

/** What a request says, as text; nothing where its body is no text. */
const saidIn = ({ init: { body } }: FakeCall): string =>
  typeof body === 'string' ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : ''

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** Asks for the spoken answer with another request; what the request said. */
async function saidFor({ line, spoken }: ServiceBench, more: Partial<ReplyRequest>, what: string): Promise<string> {
  const open = line(withBody(spoken, [spoken.bytes]))
  came(await ask(open.provider, frozen({ ...spoken.request(), ...more }), what), spoken.gives, what)
  return saidIn(onlyCall(open, what))
}

const everybody: readonly ReplyMessage[] = [
  { role: 'assistant', text: 'Hello, I am a bot.' },
  { role: 'visitor', text: 'I want a person.' },
  { role: 'visitor', text: '' },
  { role: 'system', text: 'Sarah took over.' },
  { role: 'agent', name: 'Sarah', text: 'Sarah here, done.' },
  { role: 'agent', text: 'Bye.' },
  { role: 'system', text: 'Sarah handed back.' },
  { role: 'visitor', text: QUESTION },
]

/** Rounds after which a service is asked again, beginning with one that it gave itself. */
async function roundsOf({ good, line }: ServiceBench): Promise<readonly (readonly [what: string, step: ReplyStep])[]> {
  const rounds: (readonly [string, ReplyStep])[] = []
  for (const each of good.filter(({ gives }) => gives.calls?.length)) {
    const { parts } = await ask(line(withBody(each, [each.bytes])).provider, each.request(), each.name)
    const calls = parts.flatMap((part) => (part.type === 'tool-call' ? [{ id: part.id, name: part.name, input: part.input }] : []))
    const state = parts.findLast((part) => part.type === 'state')?.data
    const text = parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join('')
    const results = calls.map(({ id, name }) => ({ id, name, output: OUTPUT }))
    // the state has been through a store
    const kept: unknown = state === undefined ? undefined : JSON.parse(JSON.stringify(state))
    if (kept !== undefined) rounds.push([`${each.name}, with its state`, { text, calls, results, state: kept }])
    rounds.push([`${each.name}, without a state`, { text, calls, results }])
  }
  const call = { id: 'call_of_another', name: TOOL, input: '{"cut' }
  const failed = { id: call.id, name: TOOL, output: OUTPUT, failed: true } as const
  return [...rounds, ['a call whose arguments were no JSON', { text: '', calls: [call], results: [failed] }]]
}

export const askingChecks: readonly ServiceCheck[] = [
  ['asks with what the visitor wrote', async (bench) => {
    const said = await saidFor(bench, {}, 'a question')
    check(said.includes(inJson(QUESTION)), `a question: the request does not hold it: ${said.slice(0, 300)}`)
  }],

  ['asks with all that a model must be told', async (bench) => {
    const said = await saidFor(bench, { system: 'rules-of-the-kit-4711' }, 'the rules')
    check(said.includes('rules-of-the-kit-4711'), `the rules: the request does not hold \`system\`: ${said.slice(0, 300)}`)
  }],

  ['takes a conversation of all roles, and an empty one', async (bench) => {
    const said = await saidFor(bench, { messages: everybody }, 'all roles')
    check(said.includes('Sarah here, done.'), `all roles: the request does not hold the agent’s words: ${said.slice(0, 300)}`)
    await saidFor(bench, { messages: [] }, 'no messages')
    await saidFor(bench, { locale: 'nb-NO', articles: [{ id: 'a', title: 'Delivery', text: 'We deliver.' }] }, 'articles and a locale')
  }],

  ['tools reach the service where it supports them, and else it works without', async (bench) => {
    const { supports } = bench.open(bench.spoken)
    const said = await saidFor(bench, { tools: [toolNamed(TOOL)] }, 'a tool')
    if (!supports.tools) return
    check(said.includes(TOOL), `a tool: the request does not hold it: ${said.slice(0, 300)}`)
    check(!(await saidFor(bench, {}, 'no tool')).includes(TOOL), 'no tool: the one of an earlier request is still there')
  }],

  ['pictures reach the service where it supports them, and else it works without', async (bench) => {
    const { supports } = bench.open(bench.spoken)
    const said = await saidFor(bench, { messages: [{ role: 'visitor', text: QUESTION, images: [IMAGE] }] }, 'a picture')
    check(said.includes(QUESTION.slice(0, 20)), `a picture: the request does not hold the words beside it: ${said.slice(0, 300)}`)
    const fits = said.includes(IMAGE.data) === supports.images
    check(fits, `a picture: supports.images is ${supports.images}, and the request says ${said.slice(0, 300)}`)
  }],

  ['the results of calls are taken back, with and without a state', async (bench) => {
    if (!bench.open(bench.spoken).supports.tools) return
    for (const [what, step] of await roundsOf(bench)) {
      const tools = [...new Set([TOOL, ...step.calls.map(({ name }) => name)])].map(toolNamed)
      const said = await saidFor(bench, { tools, steps: [step] }, what)
      check(said.includes('result-of-the-kit-4711'), `${what}: the request does not hold what the tool gave: ${said.slice(0, 300)}`)
    }
  }],

  ['with a key it is provider/misuse in a page', async (bench) => {
    // in a page that is one already, nothing could be faked, and nothing needs to be
    if ('document' in globalThis || !bench.open(bench.spoken).keyed) return
    let error: unknown
    let asked = 0
    Object.defineProperty(globalThis, 'document', { value: {}, configurable: true })
    try {
      const { provider, calls } = bench.line(withBody(bench.spoken, [bench.spoken.bytes]))
      error = await within(firstError(provider, bench.spoken.request()), 'a reply in a page')
      asked = calls.length
    } catch (thrown) {
      error = thrown
    } finally {
      Reflect.deleteProperty(globalThis, 'document')
    }
    const got = isHandbackError(error) ? error.code : error === undefined ? 'an answer' : String(error)
    check(got === 'provider/misuse', `with a key in a page: ${got}, wanted provider/misuse`)
    check(error instanceof HandbackError || isHandbackError(error), 'with a key in a page: wanted an error of ours')
    check(asked === 0, 'with a key in a page: the service was asked')
  }],
]

/** What its first part throws, if anything. */
async function firstError(provider: AIProvider, request: ReplyRequest): Promise<unknown> {
  const iterator = provider.reply(request, { signal: new AbortController().signal })[Symbol.asyncIterator]()
  try {
    await iterator.next()
    return undefined
  } catch (error) {
    return error
  } finally {
    await iterator.return?.()
  }
}
