import { expect, test } from 'vitest'
import type { ReplyPart } from '../../src/contracts/index.ts'
import { createHub, createTokens, type HubForm } from '../../src/hub/index.ts'
import type { FormPart, Part } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, key, maria, sarah } from './world.ts'

const c = 'conversation-1'
const able = { supports: { tools: true } }
const asks = (form: unknown): ReplyPart[] => [
  { type: 'tool-call', id: 'call-1', name: 'ask_form', input: { form } },
  { type: 'finish', reason: 'tool-call' },
]
const callback: HubForm = {
  name: 'callback',
  purpose: 'When the visitor wants to be called.',
  title: 'Where may we call you?',
  fields: [{ name: 'phone', label: 'Phone', kind: 'phone', required: true }],
}

const partsOf = async (world: World): Promise<(readonly Part[])[]> =>
  (await world.events(c)).filter(({ type, by }) => type === 'message-sent' && by.kind === 'assistant').map(({ data }) => (data as { parts: readonly Part[] }).parts)

test('a model shows a form under its answer, once, and learns what was filled in', async () => {
  const provider = scripted([asks('callback'), ['Leave your number below.'], asks('callback'), ['It is there already.']], able)
  const world = createWorld({ provider, forms: [callback, { ...callback, name: 'order', purpose: 'When something is ordered.' }] })
  const visitor = world.link(maria)
  await visitor.say(c, 'Please call me')
  await until(async () => (await partsOf(world)).length === 1)
  const offered = provider.calls[0]?.request.tools?.find(({ name }) => name === 'ask_form')
  expect(offered?.description).toContain('callback: When the visitor wants to be called.')
  expect(offered?.parameters).toMatchObject({ properties: { form: { enum: ['callback', 'order'] } }, required: ['form'] })
  const [[, form] = []] = await partsOf(world)
  expect(form).toEqual({ type: 'form', form: expect.stringMatching(/^[\w-]{8,64}$/), title: callback.title, fields: callback.fields })
  expect(await visitor.command(c, 'form-submit', { form: (form as FormPart).form, values: { phone: '079' } })).toMatchObject({ ok: true })
  await visitor.say(c, 'Is that all?')
  await until(async () => (await partsOf(world)).length === 2)
  expect((await partsOf(world))[1]).toEqual([{ type: 'text', text: 'It is there already.' }])
  expect(provider.calls[2]?.request.messages.map(({ text }) => text)).toContain('The visitor filled in a form: Phone: 079.')
})

test('a form that there is not is an error for the model, and is shown to nobody', async () => {
  const provider = scripted([asks('everything'), ['Sorry.']], able)
  const world = createWorld({ provider, forms: [callback] })
  await world.link(maria).say(c, 'Please call me')
  await until(async () => (await partsOf(world)).length === 1)
  expect(await partsOf(world)).toEqual([[{ type: 'text', text: 'Sorry.' }]])
  expect(provider.calls[1]?.request.steps?.[0]?.results).toMatchObject([{ failed: true }])
})

test('nobody but visitors is asked by a form, and models without tools ask by none', async () => {
  const provider = scripted(() => ['All is well.'], able)
  const world = createWorld({ provider, forms: [callback] })
  await world.link(maria).command(c, 'handoff-request')
  await world.link(sarah).command(c, 'floor-claim')
  await world.link(sarah).command(c, 'assist-request', { text: 'Draft an answer' })
  await until(() => provider.calls.length === 1)
  expect(provider.calls[0]?.request.tools ?? []).toEqual([])
  const plain = scripted(() => ['All is well.'])
  const other = createWorld({ provider: plain, forms: [callback] })
  await other.link(maria).say(c, 'Please call me')
  await until(() => plain.calls.length === 1)
  expect(plain.calls[0]?.request.tools).toBeUndefined()
})

test.each<[string, HubForm[]]>([
  ['no name', [{ ...callback, name: '' }]],
  ['one name twice', [callback, callback]],
  ['no questions', [{ ...callback, fields: [] }]],
])('forms that cannot be are refused when the hub is made: %s', (_name, forms) => {
  expect(() => createHub({ store: memoryStore(), provider: scripted([]), tokens: createTokens(key), forms })).toThrow(/A form/)
})
