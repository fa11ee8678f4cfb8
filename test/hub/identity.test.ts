import { connect } from 'node:net'
import { once } from 'node:events'
import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import type { Identity } from '../../src/contracts/index.ts'
import { createTokens } from '../../src/hub/index.ts'
import type { ClientFrame, CommandMap, CommandType } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import type { AskHub, Answered } from './http-world.ts'
import { answered, bearer, json, mounted, post, serve, stream, tokenOf } from './http-world.ts'
import { parts } from './recorded-link.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { boris, createWorld, key, maria, sarah, stopClock, vera } from './world.ts'

const mute = () => scripted(() => [gates().gate('never')])
const own = 'conversation-of-maria'
const nowhere = 'conversation-of-nobody'

/** One command of each type that there is, each readable. */
const commands: { readonly [T in CommandType]: CommandMap[T] } = {
  'message-send': { parts: [{ type: 'text', text: 'Hello' }] },
  'read-mark': { seq: 1 },
  'language-set': { language: 'pl' },
  'attributes-update': { values: { plan: 'gold' } },
  'follow-up-schedule': { at: 1_800_000_100_000 },
  'conversation-erase': {},
  'turn-stop': { message: 'answer-01' },
  'handoff-request': {},
  'handoff-cancel': {},
  'survey-answer': { episode: 1, score: 5 },
  'survey-decline': { episode: 1 },
  'follow-up-decline': {},
  'form-submit': { form: 'form-0001', values: { name: 'Ann' }, asked: { fields: [{ name: 'name', label: 'Name', kind: 'text' }] } },
  'message-rate': { message: 'answer-01', rating: 'up' },
  'ticket-create': { text: 'Call me' },
  'consent-record': { scope: 'assistant', version: '1', granted: true },
  'permission-answer': { permission: 'action-01', granted: true },
  'conversation-end': {},
  'floor-claim': {},
  'floor-return': {},
  'floor-transfer': {},
  'participant-invite': { agent: 'agent-tom' },
  'participant-join': {},
  'participant-leave': {},
  'supervisor-request': {},
  'shadow-start': {},
  'shadow-end': {},
  'assist-request': { text: 'What may I promise?' },
  'draft-drop': { draft: 'draft-001' },
  'draft-approve': { draft: 'draft-001' },
  'note-add': { text: 'A note' },
  'tag-add': { tag: 'card' },
  'tag-remove': { tag: 'card' },
  'conversation-route': { team: 'cards' },
  'conversation-resolve': {},
  'events-redact': { seqs: [3] },
  'turn-start': { turn: 'turn-0001', attempt: 1, message: 'answer-01' },
  'turn-commit': { turn: 'turn-0001', attempt: 1, floor: 1, parts: [{ type: 'text', text: 'I am the bot' }] },
  'turn-keep': { turn: 'turn-0001', attempt: 1, parts: [{ type: 'text', text: 'I was the bot' }] },
  'turn-abort': { turn: 'turn-0001', attempt: 1 },
  'turn-skip': { upTo: 9 },
  'turn-fail': { turn: 'turn-0001', attempt: 1, code: 'x', retryable: false },
  'turn-meter': { turn: 'turn-0001', attempt: 1, meter: { provider: 'models', inputTokens: 1, outputTokens: 1 } },
  'tool-call': { turn: 'turn-0001', attempt: 1, call: 'call-0001', tool: 'find_order', input: '{}' },
  'tool-return': { call: 'call-0001', output: '{}' },
  'summary-write': { episode: 1, text: 'Nothing happened' },
  'deadline-pass': { key: 'idle', at: 1 },
  'agent-drop': { agent: sarah.sub },
  'agent-return': { agent: sarah.sub },
  'ticket-file': { ticket: 'ticket-01', reference: 'HELP-1' },
  'conversation-finish': {},
}
const types = Object.keys(commands) as CommandType[]
const beginning = new Set<CommandType>(['message-send', 'handoff-request', 'form-submit', 'ticket-create', 'consent-record'])
const orderedByHub = new Set(types.slice(types.indexOf('turn-start')))

let number = 0
const command = (conversation: string, type: CommandType): ClientFrame => ({
  t: 'command',
  conversation,
  seen: null,
  command: { id: `command-${(number += 1)}-of-the-table`, type, data: commands[type] },
})

const page = (conversation: string): ClientFrame => ({ t: 'page', conversation, before: { log: 1, seq: 99 }, limit: 50 })
const follow = (conversation: string): ClientFrame => ({ t: 'follow', follow: { topic: `conversation:${conversation}` } })
const typing = (conversation: string): ClientFrame => ({
  t: 'signal',
  topic: `conversation:${conversation}`,
  signal: { ttl: 6_000, data: { type: 'typing' } },
})
const unfollow = (conversation: string): ClientFrame => ({ t: 'unfollow', topic: `conversation:${conversation}` })

const adapters: Readonly<Record<string, (world: World) => Promise<AskHub>>> = {
  'a server of Node': async (world) => (await serve(world)).ask,
  'a fetch handler': async (world) => mounted(world),
}

/** What comes back without the ids that differ from request to request. */
const anonymous = ({ status, body }: Answered): Answered => ({
  status,
  body: body.replaceAll(/conversation-of-\w+/g, 'C').replaceAll(/command-\d+-of-the-table/g, 'K'),
})

async function begun(world: World): Promise<void> {
  await world.link(maria).say(own, 'Where is my card?')
  await until(async () => (await world.types(own)).includes('turn-started'))
}

const sign = (claims: Record<string, unknown>, { secret = key, audience = 'handback', sub = maria.sub, expires = 2_000_000_000 } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setSubject(sub).setAudience(audience).setExpirationTime(expires).sign(secret)

/** Credentials that are none. */
const invalid: Readonly<Record<string, (world: World) => Promise<Record<string, string>>>> = {
  'no token': async () => ({}),
  'an empty token': async () => ({ authorization: 'Bearer ' }),
  'words that are no token': async () => bearer('not.a.token'),
  'a token in another scheme': async (world) => ({ authorization: `Basic ${await tokenOf(world, maria)}` }),
  'a token in a cookie': async (world) => ({ cookie: `token=${await tokenOf(world, maria)}` }),
  'a token that ended': async (world) => bearer(await tokenOf(world, maria, -1_000)),
  'a token that ends now': async (world) => bearer(await tokenOf(world, maria, 0)),
  'a token of another key': async () => bearer(await sign({ role: 'visitor' }, { secret: new Uint8Array(32).fill(9) })),
  'a token without a signature': async () =>
    bearer(new UnsecuredJWT({ role: 'agent' }).setSubject(sarah.sub).setAudience('handback').setExpirationTime(2_000_000_000).encode()),
  'a token with its signature cut off': async (world) => bearer((await tokenOf(world, maria)).replace(/[^.]+$/, '')),
  'a token with another role written into it': async (world) => {
    const [head, , signature] = (await tokenOf(world, maria)).split('.')
    return bearer(
      `${head}.${btoa(JSON.stringify({ role: 'agent', sub: sarah.sub, aud: 'handback', exp: 2_000_000_000 })).replaceAll('=', '')}.${signature}`,
    )
  },
  'a refresh secret': async (world) => bearer((await createTokens(key, { now: () => world.clock.now }).session())?.refresh ?? ''),
  'a token for another service': async () => bearer(await sign({ role: 'visitor' }, { audience: 'billing' })),
  'a token without a role': async () => bearer(await sign({})),
  'a token with a role of the hub': async () => bearer(await sign({ role: 'machine' })),
  'a token with a role that every object has': async () => bearer(await sign({ role: 'constructor' })),
  'a token with a list of roles': async () => bearer(await sign({ role: ['agent'] })),
  'a token for an id that is none': async () => bearer(await sign({ role: 'visitor' }, { sub: 'a b' })),
  'a token that never ends': async () =>
    bearer(await new SignJWT({ role: 'visitor' }).setProtectedHeader({ alg: 'HS256' }).setSubject(maria.sub).setAudience('handback').sign(key)),
  'a token of eight kilobytes': async () => bearer(await sign({ role: 'visitor', name: 'x'.repeat(8_192) })),
}

describe.each(Object.keys(adapters))('on %s', (adapter) => {
  const open = async (options: Parameters<typeof createWorld>[0] = {}) => {
    const world = createWorld({ provider: mute(), ...options })
    return { world, ask: await (adapters[adapter] as (world: World) => Promise<AskHub>)(world) }
  }

  test.each(Object.keys(invalid))('%s opens nothing: every frame and the stream get the same refusal', async (what) => {
    const { world, ask } = await open()
    await begun(world)
    const before = await world.events(own)
    const headers = await (invalid[what] as (world: World) => Promise<Record<string, string>>)(world)
    const frames = [own, nowhere].flatMap((conversation) => [
      ...types.map((type) => command(conversation, type)),
      page(conversation),
      follow(conversation),
      typing(conversation),
      unfollow(conversation),
    ])
    const answers = await Promise.all([
      ...frames.map((frame) => post(ask, undefined, [frame], headers)),
      ...['me', 'desk', `conversation:${own}`, `conversation:${nowhere}`].map(async (topic) =>
        answered(await ask(`/stream?follow=${topic}`, { headers })),
      ),
    ])
    const refusal = { status: 401, body: '{"error":{"code":"transport/unauthorized","retryable":false,"message":"This needs a valid token."}}' }
    expect(answers).toEqual(answers.map(() => refusal))
    expect(await world.events(own)).toEqual(before)
    expect(await world.store.load(nowhere)).toBeUndefined()
  })

  test.each(types)('what is not yours does not exist: %s', async (type) => {
    const { world, ask } = await open()
    await begun(world)
    const before = await world.events(own)
    const token = await tokenOf(world, boris)
    const theirs = await post(ask, token, [command(own, type)])
    const nobodys = await post(ask, token, [command(nowhere, type)])
    expect(await world.events(own)).toEqual(before)
    expect(theirs.status).toBe(200)
    if (beginning.has(type)) {
      // these begin a conversation where there is none, so only here an answer must differ
      expect(theirs.body).toContain('conversation/not-found')
      expect(nobodys.body).toContain('"t":"ack"')
      expect((await world.store.load(nowhere))?.visitor).toBe(boris.sub)
      return
    }
    expect(anonymous(theirs)).toEqual(anonymous(nobodys))
    expect(await world.store.load(nowhere)).toBeUndefined()
  })

  test('what is not yours does not exist: pages and streams', async () => {
    const { world, ask } = await open()
    await begun(world)
    const token = await tokenOf(world, boris)
    const theirs = await post(ask, token, [page(own)])
    expect(anonymous(theirs)).toEqual(anonymous(await post(ask, token, [page(nowhere)])))
    expect(theirs.body).toBe(`{"frames":[{"t":"gone","topic":"conversation:${own}"}]}`)
    const seen = await stream(ask, token, [`conversation:${own}`, `conversation:${nowhere}`, `conversation:${own}@1.1`, 'desk'])
    await until(() => seen.frames.length === 5)
    expect(seen.frames.slice(1)).toEqual([
      { t: 'gone', topic: `conversation:${own}` },
      { t: 'gone', topic: `conversation:${nowhere}` },
      { t: 'gone', topic: `conversation:${own}` },
      { t: 'gone', topic: 'desk' },
    ])
  })

  /** What each may do in a conversation with the assistant; what is missing here is `command/forbidden`. */
  const may: Readonly<Record<'visitor' | 'agent' | 'supervisor', Partial<Record<CommandType, string>>>> = {
    visitor: {
      'message-send': 'ack',
      'message-rate': 'ack',
      'read-mark': 'ack',
      'language-set': 'ack',
      'attributes-update': 'ack',
      'follow-up-schedule': 'follow-up/not-open',
      'conversation-erase': 'ack',
      'turn-stop': 'ack',
      'handoff-request': 'ack',
      'handoff-cancel': 'handoff/not-open',
      'survey-answer': 'survey/not-open',
      'survey-decline': 'survey/not-open',
      'follow-up-decline': 'follow-up/not-open',
      'form-submit': 'form/not-open',
      'ticket-create': 'ack',
      'consent-record': 'ack',
      'permission-answer': 'permission/not-open',
      'conversation-end': 'ack',
    },
    agent: {
      'message-send': 'ack',
      'read-mark': 'ack',
      'language-set': 'ack',
      'attributes-update': 'ack',
      'follow-up-schedule': 'ack',
      'floor-claim': 'ack',
      'floor-return': 'floor/not-human',
      'floor-transfer': 'floor/not-human',
      'participant-invite': 'floor/not-human',
      'participant-join': 'floor/not-human',
      'participant-leave': 'participant/not-joined',
      'supervisor-request': 'floor/not-human',
      'shadow-start': 'ack',
      'shadow-end': 'ack',
      'assist-request': 'floor/not-human',
      'draft-drop': 'floor/not-human',
      'draft-approve': 'floor/not-human',
      'note-add': 'ack',
      'tag-add': 'ack',
      'tag-remove': 'ack',
      'conversation-route': 'ack',
      'conversation-resolve': 'ack',
      'events-redact': 'ack',
    },
    supervisor: { 'conversation-erase': 'ack' },
  }
  const table = [maria, sarah, vera].flatMap((who) =>
    types.map((type) => {
      const rights = { ...(who.role === 'visitor' ? may.visitor : may.agent), ...(who.role === 'supervisor' ? may.supervisor : {}) }
      return [who.role, type, who, rights[type] ?? 'command/forbidden'] as const
    }),
  )

  test.each(table)('a %s who sends %s', async (_role, type, who, expected) => {
    const { world, ask } = await open()
    await begun(world)
    const before = (await world.events(own)).length
    const { status, body } = await post(ask, await tokenOf(world, who), [command(own, type)])
    expect(status).toBe(200)
    expect(body).toContain(expected === 'ack' ? '"t":"ack"' : `"code":"${expected}"`)
    const written = (await world.events(own)).slice(before).filter(({ type }) => !type.startsWith('turn-'))
    if (expected !== 'ack') expect(written).toEqual([])
    for (const { by } of written) expect(['machine', 'assistant', who.role]).toContain(by.kind)
    if (who.role !== 'visitor') {
      const elsewhere = await post(ask, await tokenOf(world, who), [command(nowhere, type)])
      expect(elsewhere.body).toContain(
        orderedByHub.has(type) || expected === 'command/forbidden' ? '"code":"command/forbidden"' : '"code":"conversation/not-found"',
      )
      expect(await world.store.load(nowhere)).toBeUndefined()
    }
  })

  test('who and in which role comes from the token, whatever a body claims', async () => {
    const { world, ask } = await open()
    const token = await tokenOf(world, maria)
    const claims = {
      by: { kind: 'agent', id: sarah.sub },
      actor: sarah,
      role: 'agent',
      sub: sarah.sub,
      identity: vera,
      person: sarah,
      visitor: boris,
      kind: 'agent',
      audience: 'staff',
    }
    const frame = { ...claims, ...command(own, 'message-send') } as Extract<ClientFrame, { t: 'command' }>
    const forged = { ...frame, command: { ...frame.command, ...claims, data: { ...claims, parts: parts('I am staff') } } }
    expect(await post(ask, token, [forged], { 'handback-role': 'agent', 'x-role': 'agent' })).toMatchObject({
      status: 200,
      body: expect.stringContaining('"t":"ack"'),
    })
    const events = await world.events(own)
    expect(events.filter(({ by }) => by.kind !== 'visitor' && by.kind !== 'machine' && by.kind !== 'assistant')).toEqual([])
    expect(events.find(({ type }) => type === 'message-sent')).toMatchObject({
      by: { kind: 'visitor', id: maria.sub },
      audience: 'everyone',
      data: { parts: parts('I am staff') },
    })
    expect(events[0]?.data).toEqual({ visitor: { id: maria.sub, kind: 'visitor', name: 'Maria' } })
    expect(JSON.stringify(events)).not.toMatch(/agent-sarah|super-vera|visitor-boris/)
    expect(await post(ask, token, [{ ...command(own, 'floor-claim'), ...claims } as ClientFrame])).toMatchObject({
      body: expect.stringContaining('command/forbidden'),
    })
  })

  test('a token in the address counts for nothing, and what is in the address comes back nowhere', async () => {
    const { world, ask } = await open()
    await begun(world)
    const token = await tokenOf(world, maria)
    for (const name of ['token', 'access_token', 'authorization', 'Authorization', 'jwt', 'bearer', 'auth']) {
      const got = await answered(await ask(`/stream?follow=me&${name}=${token}`))
      const put = await answered(
        await ask(`/frames?${name}=Bearer%20${token}`, {
          method: 'POST',
          headers: json,
          body: JSON.stringify({ frames: [command(own, 'read-mark')] }),
        }),
      )
      expect([got.status, put.status]).toEqual([401, 401])
      expect(got.body + put.body).not.toContain(token)
    }
  })

  test.each(['/session', '/frames'])('a POST to %s that a form on any site could send is refused', async (path) => {
    const { world, ask } = await open()
    const token = await tokenOf(world, maria)
    const kinds = [
      'text/plain',
      'text/plain;charset=UTF-8',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
      'application/jsonp, application/json',
    ]
    const body = JSON.stringify({ frames: [command(own, 'message-send')] })
    for (const kind of [...kinds, undefined]) {
      const headers = { ...bearer(token), ...(kind === undefined ? {} : { 'content-type': kind }) }
      const answer = await answered(await ask(path, { method: 'POST', headers, body: kind === undefined ? new Blob([body]) : body }))
      expect([kind, answer.status, answer.body]).toEqual([kind, 400, expect.stringContaining('request/invalid')])
    }
    expect(await world.store.load(own)).toBeUndefined()
    expect(
      (await ask(path, { method: 'POST', headers: { ...bearer(token), 'content-type': 'application/json; charset=utf-8' }, body: '{"frames":[]}' }))
        .status,
    ).toBe(200)
  })

  test.each<[string, string, string, string | undefined, number]>([
    ['a body that is not JSON', 'POST', '/frames', '{"frames":[', 400],
    ['a body without frames', 'POST', '/frames', '{}', 400],
    ['a body that is null', 'POST', '/frames', 'null', 400],
    ['a body that is nested too deeply', 'POST', '/frames', `{"frames":[${'['.repeat(50_000).slice(0, 30_000)}${']'.repeat(30_000)}]}`, 400],
    ['a body that is too large', 'POST', '/frames', JSON.stringify({ frames: [], x: 'y'.repeat(70_000) }), 413],
    ['a session body that is too large', 'POST', '/session', JSON.stringify({ refresh: 'y'.repeat(9_000) }), 413],
    ['a session body that is not JSON', 'POST', '/session', 'refresh=1', 400],
    ['a secret that is none', 'POST', '/session', '{"refresh":"x"}', 401],
    ['a path that is none', 'GET', '/nothing', undefined, 404],
    ['a path that every object has', 'GET', '/constructor', undefined, 404],
    ['another method', 'PUT', '/frames', '{}', 404],
    ['another method on the stream', 'POST', '/stream', '{}', 404],
    ['a topic that cannot be read', 'GET', '/stream?follow=everything', undefined, 400],
    ['a cursor that cannot be read', 'GET', `/stream?follow=conversation:${own}@1.x`, undefined, 400],
  ])('%s is refused with a status and a code', async (_what, method, path, body, status) => {
    const { world, ask } = await open()
    const headers = { ...json, ...bearer(await tokenOf(world, maria)) }
    const answer = await answered(await ask(path, { method, headers, ...(body === undefined ? {} : { body }) }))
    expect(answer.status).toBe(status)
    expect(Object.keys((JSON.parse(answer.body) as { error: object }).error)).toEqual(['code', 'retryable', 'message'])
  })

  test('a session belongs to one visitor, is renewed by its secret only, and never by a token', async () => {
    const { world, ask } = await open()
    const session = async (body: unknown) => {
      const answer = await answered(await ask('/session', { method: 'POST', headers: json, body: JSON.stringify(body) }))
      return { status: answer.status, ...(JSON.parse(answer.body) as { sub: string; token: string; refresh: string; expires: number }) }
    }
    const first = await session({})
    const other = await session({ sub: first.sub, role: 'agent' })
    expect(other.sub).not.toBe(first.sub)
    const renewed = await session({ refresh: first.refresh, sub: other.sub })
    expect(renewed.sub).toBe(first.sub)
    expect((await session({ refresh: first.token })).status).toBe(401)
    expect((await post(ask, renewed.token, [command('conversation-first', 'floor-claim')])).body).toContain('command/forbidden')
    world.clock.now = first.expires
    expect((await post(ask, first.token, [page(own)])).status).toBe(401)
    world.clock.now += 401 * 24 * 3_600_000
    expect((await session({ refresh: first.refresh })).status).toBe(401)
  })

  test('an open stream ends with its token, and says that it did', async () => {
    stopClock()
    const { world, ask } = await open()
    const seen = await stream(ask, await tokenOf(world, maria, 60_000), ['me'])
    await until(() => seen.frames.length === 1)
    await world.tick(59_000)
    expect(seen.frames).toHaveLength(1)
    await world.tick(1_000)
    await until(() => seen.frames.length === 2)
    expect(seen.frames[1]).toEqual({ t: 'bye', code: 'auth/expired' })
    await seen.done
  })

  test('a link takes frames of its own identity only; another one gets the same answer as for a link that is none', async () => {
    const { world, ask } = await open()
    await begun(world)
    const seen = await stream(ask, await tokenOf(world, maria), [])
    await until(() => seen.frames.length === 1)
    const { link } = seen.frames[0] as { link: string }
    const namesake: Identity = { ...maria, role: 'agent' }
    for (const who of [boris, sarah, namesake]) {
      const token = await tokenOf(world, who)
      const theirs = await post(ask, token, [follow(own)], { 'handback-link': link })
      expect(theirs).toEqual(await post(ask, token, [follow(own)], { 'handback-link': 'link-of-nobody-at-all' }))
      expect(theirs).toEqual(await post(ask, token, [follow(own)]))
      expect(theirs.status).toBe(404)
    }
    await settled()
    expect(seen.frames).toHaveLength(1)
    expect((await post(ask, await tokenOf(world, maria), [follow(own)], { 'handback-link': link })).status).toBe(200)
    await until(() => seen.frames.some(({ t }) => t === 'snapshot'))
  })

  test('only the origins of the list are allowed, and exactly', async () => {
    const { world, ask } = await open({ origins: ['https://shop.example', 'https://www.shop.example:8443'] })
    const token = await tokenOf(world, maria)
    const requests: readonly (readonly [string, RequestInit])[] = [
      ['/session', { method: 'POST', headers: json, body: '{}' }],
      ['/frames', { method: 'POST', headers: { ...json, ...bearer(token) }, body: '{"frames":[]}' }],
      ['/frames', { method: 'POST', headers: json, body: '{"frames":[]}' }],
      ['/stream', { headers: bearer(token) }],
      ['/nothing', {}],
      ['/frames', { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } }],
    ]
    const allowed = ['https://shop.example', 'https://www.shop.example:8443']
    const others = [
      'null',
      'https://shop.example.evil.example',
      'https://evil.example',
      'http://shop.example',
      'https://shop.example:443',
      'HTTPS://SHOP.EXAMPLE',
      'https://www.shop.example',
      'https://shop.example/',
      '*',
      'https://shop.example, https://evil.example',
    ]
    for (const [path, init] of requests) {
      for (const origin of [...allowed, ...others]) {
        const life = new AbortController()
        const { headers } = await ask(path, { ...init, headers: { ...(init.headers as Record<string, string>), origin }, signal: life.signal })
        expect([path, origin, headers.get('access-control-allow-origin')]).toEqual([path, origin, allowed.includes(origin) ? origin : null])
        expect(headers.get('access-control-allow-credentials')).toBeNull()
        expect(headers.get('vary')).toMatch(/origin/i)
        life.abort()
      }
    }
  })

  test('without a list no origin is allowed', async () => {
    const { ask } = await open()
    for (const origin of ['https://shop.example', 'null', 'http://site.example']) {
      expect(
        (await ask('/session', { method: 'POST', headers: { ...json, origin }, body: '{}' })).headers.get('access-control-allow-origin'),
      ).toBeNull()
    }
  })
})

test('no request line brings the server down', async () => {
  const world = createWorld({ provider: mute() })
  const { port, ask } = await serve(world)
  const lines = [
    'GET // HTTP/1.1',
    'GET http:// HTTP/1.1',
    'GET /handback/../../etc HTTP/1.1',
    'GET /handback/%ff%00 HTTP/1.1',
    'GET /%00 HTTP/1.1',
    'GET * HTTP/1.1',
    'GET //handback/stream HTTP/1.1',
    'GET http://[/ HTTP/1.1',
    'POST /handback HTTP/1.1',
  ]
  for (const line of lines) {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (data: Buffer) => (answer += data.toString()))
    socket.write(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`)
    await once(socket, 'close')
    expect([line, answer.slice(0, 12)]).toEqual([line, expect.stringMatching(/^HTTP\/1\.1 4\d\d$/)])
  }
  expect((await ask('/session', { method: 'POST', headers: json, body: '{}' })).status).toBe(200)
})

test('a request that is given up in the middle of its body leaves nothing behind', async () => {
  const world = createWorld({ provider: mute() })
  const { port, ask } = await serve(world)
  const token = await tokenOf(world, maria)
  const socket = connect(port, '127.0.0.1')
  const head = ['POST /handback/frames HTTP/1.1', 'host: x', `authorization: Bearer ${token}`, 'content-type: application/json', 'content-length: 500']
  socket.write(`${head.join('\r\n')}\r\n\r\n{"frames":[`)
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  socket.destroy()
  await settled()
  expect((await ask('/session', { method: 'POST', headers: json, body: '{}' })).status).toBe(200)
})
