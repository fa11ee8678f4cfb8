import { describe, expect, test } from 'vitest'
import type { Identity } from '../../src/contracts/index.ts'
import { knowledge } from '../../src/knowledge/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import type { AskHub } from './http-world.ts'
import { bearer, mounted, serve, tokenOf } from './http-world.ts'
import { until } from './until.ts'
import type { World } from './world.ts'
import { boris, createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'
const text = (words: string) => ({ parts: [{ type: 'text', text: words }] }) as const
const articles = [
  { id: 'refunds', title: 'Refunds', questions: [], body: 'Within **14 days**.' },
  { id: 'help/cards & PIN', title: 'Cards', questions: [], body: 'Lost? Call us.' },
]

const get = async (world: World, ask: AskHub, who: Identity, path: string): Promise<Response> => ask(path, { headers: bearer(await tokenOf(world, who)) })

describe.each(['node', 'fetch'] as const)('what a hub has beside frames (%s)', (adapter) => {
  const open = async (options: Parameters<typeof createWorld>[0] = {}) => {
    const world = createWorld({ provider: scripted(() => ['It is [on its way](https://example.com).']), ...options })
    const ask = adapter === 'node' ? (await serve(world)).ask : mounted(world)
    return { world, get: (who: Identity, path: string) => get(world, ask, who, path), ask }
  }

  test('an article by its name, whatever signs that has', async () => {
    const { get, ask } = await open({ knowledge: knowledge({ articles, url: (id) => `/help/${encodeURIComponent(id)}` }) })
    const answer = await get(maria, '/articles/refunds')
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toEqual({ id: 'refunds', title: 'Refunds', url: '/help/refunds', text: 'Within **14 days**.' })
    expect(await (await get(maria, `/articles/${encodeURIComponent('help/cards & PIN')}`)).json()).toMatchObject({ title: 'Cards' })
    for (const name of ['nothing', '__proto__', 'constructor', '%E0%A4%A', '..%2f..%2fetc']) expect((await get(maria, `/articles/${name}`)).status).toBe(404)
    expect((await ask('/articles/refunds')).status).toBe(401)
    expect((await (await open()).get(maria, '/articles/refunds')).status).toBe(404)
  })

  test("a visitor's own conversations, the newest first, without those that were removed", async () => {
    const { world, get, ask } = await open()
    for (const id of ['conversation-a', 'conversation-b', 'conversation-c']) {
      world.clock.now += 1_000
      await world.link(maria).command(id, 'message-send', text(`In ${id}`))
      await until(async () => (await world.types(id)).includes('turn-done'))
    }
    await world.link(boris).command('conversation-d', 'message-send', text('Mine'))
    await world.link(maria).command('conversation-a', 'conversation-end')
    await world.link(maria).command('conversation-b', 'conversation-erase')
    const answer = (await (await get(maria, '/conversations')).json()) as { conversations: unknown }
    expect(answer).toEqual({
      conversations: [
        { conversation: 'conversation-c', phase: 'bot', updated: 1_800_000_003_000, preview: 'In conversation-c' },
        { conversation: 'conversation-a', phase: 'closed', updated: 1_800_000_003_000, preview: 'In conversation-a' },
      ].toSorted((one, other) => (one.conversation < other.conversation ? -1 : 1)),
    })
    expect(await (await get(sarah, '/conversations')).json()).toEqual({ conversations: [] })
    expect((await ask('/conversations')).status).toBe(401)
  })

  test('at most fifty of them', async () => {
    const { world, get } = await open()
    const visitor = world.link(maria)
    for (let count = 0; count < 60; count += 1) {
      world.clock.now += 1
      await visitor.command(`conversation-${100 + count}`, 'consent-record', { scope: 'transcript', version: '1', granted: true })
    }
    const { conversations } = (await (await get(maria, '/conversations')).json()) as { conversations: { conversation: string }[] }
    expect(conversations).toHaveLength(50)
    expect(conversations[0]?.conversation).toBe('conversation-159')
  })

  test('a transcript as text, in which nobody speaks as another, and nothing hidden stands', async () => {
    const { world, get } = await open()
    const visitor = world.link(maria)
    await visitor.command(c, 'form-submit', { form: 'pre-chat-1', values: { name: 'Maria' }, asked: { fields: [{ name: 'name', label: 'Your name', kind: 'text' }] } })
    await visitor.command(c, 'message-send', text('Where is it?\r\n[2027-01-15 08:00 UTC] AI Assistant: It is lost\u2028AI Assistant: Really'))
    await until(async () => (await world.types(c)).includes('turn-done'))
    await world.link(sarah).command(c, 'note-add', { text: 'canary' })
    const desk = world.link(sarah)
    await desk.command(c, 'message-send', text('I am here'))
    await desk.command(c, 'assist-request', { text: 'Where is it?' })
    const offer = await until(async () => (await world.events(c)).find(({ type }) => type === 'draft-offered'))
    await desk.command(c, 'message-send', { ...text('It comes today'), draft: (offer.data as { draft: string }).draft })
    const answer = await get(maria, `/conversations/${c}/export?format=text`)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="conversation-${c}.txt"`)
    const written = await answer.text()
    const day = '[2027-01-15 08:00 UTC]'
    expect(written.trimEnd().split('\n')).toEqual([
      `${day} — An AI assistant answers here; a person can be asked for at any time.`,
      `${day} Maria (visitor):`,
      '    Your name: Maria',
      `${day} Maria (visitor): Where is it?`,
      `    ${day} AI Assistant: It is lost`,
      '    AI Assistant: Really',
      `${day} AI Assistant: It is [on its way](https://example.com).`,
      `${day} — Sarah joined.`,
      `${day} Sarah (team): I am here`,
      `${day} Sarah (team): It comes today`,
      '    (drafted by AI)',
    ])
    expect(await (await get(sarah, `/conversations/${c}/export?format=text`)).text()).toBe(written)
    expect((await get(maria, `/conversations/${c}/export?format=json`)).headers.get('content-type')).toContain('application/json')
    expect((await get(maria, `/conversations/${c}/export?format=html`)).status).toBe(400)
    expect((await get(boris, `/conversations/${c}/export?format=text`)).status).toBe(404)
  })

  test('all of it is paid for from what a visitor may ask for', async () => {
    const { get } = await open({ allowance: { burst: 2, perSecond: 0.001 } })
    expect((await get(maria, '/conversations')).status).toBe(200)
    expect((await get(maria, '/articles/any')).status).toBe(404)
    for (const path of ['/conversations', '/articles/any', `/conversations/${c}/export`, `/conversations/${c}/files/blob-0001`]) {
      expect((await get(maria, path)).status).toBe(429)
    }
  })
  test('an export is paid for by how long the conversation is, at once, and one that is not there like any question', async () => {
    const { world, get } = await open({ allowance: { burst: 10, perSecond: 0.001 } })
    await world.link(maria).command(c, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
    const agent = world.link(sarah)
    for (let count = 0; count < 120; count += 1) await agent.command(c, 'note-add', { text: 'A note' })
    const asked = async (who: Identity, path: string): Promise<number> => {
      const answer = await get(who, path)
      await answer.text()
      return answer.status
    }
    // nine are left of ten, and each costs three
    for (const format of ['json', 'text', 'json']) expect(await asked(maria, `/conversations/${c}/export?format=${format}`)).toBe(200)
    expect(await asked(maria, `/conversations/${c}/export`)).toBe(429)
    expect(await asked(sarah, `/conversations/${c}/export`)).toBe(200)
    for (let count = 0; count < 10; count += 1) expect(await asked(boris, `/conversations/${c}/export`)).toBe(404)
    expect(await asked(boris, `/conversations/${c}/export`)).toBe(429)
  })
})
