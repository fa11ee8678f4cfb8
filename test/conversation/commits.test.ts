import { describe, expect, it } from 'vitest'
import type { CommandMap, StoredEvent } from '../../src/protocol/index.ts'
import { emptyPublicView, evolvePublic, project } from '../../src/conversation/index.ts'
import { assistant, conversation, machine, sarah, visitor, words } from './script.ts'

const turn = { turn: 'turn-number-1', attempt: 1 }
const meter = { provider: 'models', inputTokens: 700, outputTokens: 30 }
const held = { action: 'action-number-1', tool: 'cancel_order', input: '{"order":4711}', title: 'Cancel order 4711?' }

const answering = (changes: Parameters<typeof conversation>[0] = {}) => {
  const told = conversation(changes)
  told.run(visitor, 'message-send', words('Cancel it.'))
  told.run(assistant, 'turn-start', { ...turn, message: 'answer-number-1' })
  return told
}

/** Nobody came a moment ago, and the visitor has written again. */
const unanswered = () => {
  const told = conversation()
  told.run(visitor, 'handoff-request', {})
  told.pass('queue')
  told.run(visitor, 'message-send', words('Cancel it.'))
  told.run(assistant, 'turn-start', { ...turn, message: 'answer-number-1' })
  return told
}

type Told = ReturnType<typeof answering>
const commit = (told: Told, data: Partial<CommandMap['turn-commit']>) =>
  told.run(assistant, 'turn-commit', { ...turn, floor: told.header().floor.number, ...data })
const notices = (log: readonly StoredEvent[]): string[] => log.flatMap(({ type, data }) => (type === 'notice' ? [(data as { key: string }).key] : []))
const shown = (told: Told) => told.log.flatMap((event) => project(event) ?? []).reduce(evolvePublic, emptyPublicView)

describe('the end of a turn', () => {
  it('is refused without an answer, an action or a wish, and the turn goes on', () => {
    const told = answering()
    expect(commit(told, { meter })).toEqual(['command/invalid'])
    expect(told.header().turn?.id).toBe(turn.turn)
  })

  it('marks an answer that breaks off, and tells only staff what it has cost', () => {
    const told = answering()
    expect(commit(told, { ...words('It is'), cut: true, meter })).toEqual(['message-sent', 'turn-metered', 'turn-done'])
    expect([...shown(told).transcript].at(-1)).toMatchObject({ type: 'message', cut: true })
    expect(JSON.stringify(shown(told))).not.toContain('models')
  })

  it('passes on after its answer, with what the next person should know', () => {
    const told = answering()
    const types = commit(told, { ...words('A person can.'), handoff: { rule: 'money', summary: 'Wants to cancel.', team: 'orders' } })
    expect(types).toEqual(['message-sent', 'turn-done', 'handoff-requested', 'notice', 'context-added', 'conversation-routed'])
    expect(told.log.at(-2)?.data).toEqual({ reason: 'assistant-request', rule: 'money', summary: 'Wants to cancel.' })
    expect(told.header()).toMatchObject({ phase: 'queued', route: { team: 'orders' } })
    expect(told.header()).not.toHaveProperty('owed')
  })

  it.each([
    ['a wish', { handoff: {} }],
    ['an action for a person', { held: { ...held, approval: 'agent' } }],
    ['a wish and an action for the visitor', { handoff: {}, held: { ...held, approval: 'visitor' } }],
  ] as const)('with %s passes nobody on where nobody came a moment ago, and says so whatever was said before', (_name, data) => {
    for (const said of [{}, words('A colleague takes over.')]) {
      const told = unanswered()
      expect(commit(told, { ...said, ...data, meter })).toEqual([...('parts' in said ? ['message-sent'] : []), 'turn-metered', 'turn-done', 'notice'])
      expect(notices(told.log).at(-1)).toBe('answer-failed')
      expect(told.log.at(-1)?.by.kind).toBe('assistant')
      for (const key of ['actions', 'drafts', 'permission', 'owed']) expect(told.header()).not.toHaveProperty(key)
    }
  })

  it('asks the visitor although nobody came a moment ago', () => {
    expect(commit(unanswered(), { held: { ...held, approval: 'visitor' } })).toEqual(['action-held', 'turn-done', 'permission-asked'])
  })

  it.each([{ reason: 'visitor-request' }, { rule: 'safety' }] as const)('passes on at once with %o', (handoff) => {
    expect(commit(unanswered(), { handoff })).toContain('handoff-requested')
  })

  it('of a turn beside a person passes nobody on', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello'))
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'assist-request', { text: 'Help' })
    told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1', kind: 'assist' })
    expect(commit(told, { ...words('Sure.'), handoff: {} })).toEqual(['draft-offered', 'turn-done'])
    expect(told.header().phase).toBe('human')
  })

  it('asks the visitor after the answer, and hides what would run', () => {
    const told = answering()
    expect(commit(told, { ...words('I can cancel it.'), held: { ...held, approval: 'visitor' } })).toEqual(['message-sent', 'action-held', 'turn-done', 'permission-asked'])
    expect(shown(told).header.permission).toBe(held.action)
    expect([...shown(told).transcript].at(-1)).toMatchObject({ type: 'permission', permission: held.action, title: held.title })
    expect(JSON.stringify(told.log.flatMap((event) => project(event) ?? []))).not.toMatch(/cancel_order|\\"order/)
  })
})

describe('safety', () => {
  it('has its own notice, one, however it is asked for, and waits for nobody', () => {
    for (const ask of [
      (told: Told) => told.run(assistant, 'handoff-request', { ...turn, rule: 'safety' }),
      (told: Told) => commit(told, { handoff: { rule: 'safety' } }),
    ]) {
      const told = unanswered()
      expect(ask(told)).toContain('handoff-requested')
      expect(notices(told.log).slice(-1)).toEqual(['safety-started'])
      expect(notices(told.log).filter((key) => key === 'handoff-started')).toHaveLength(1)
    }
  })

  it('is not what a visitor can say of a handoff', () => {
    const told = answering()
    told.run(visitor, 'handoff-request', { rule: 'safety' })
    expect(notices(told.log).at(-1)).toBe('handoff-started')
  })
})

describe('a turn that fails', () => {
  const fail = (told: Told, data: Partial<CommandMap['turn-fail']>) => told.run(assistant, 'turn-fail', { ...turn, code: 'provider/lost', retryable: true, ...data })

  it('keeps what was shown, marked, and is not tried again', () => {
    const told = answering()
    expect(fail(told, { ...words('It is on'), meter })).toEqual(['message-sent', 'turn-metered', 'turn-failed', 'notice', 'handoff-requested', 'notice', 'context-added'])
    expect([...shown(told).transcript].find(({ id }) => id === 'answer-number-1')).toMatchObject({ cut: true, parts: words('It is on').parts })
  })

  it('waits as long as the service asks for', () => {
    const told = answering()
    expect(fail(told, { retryAfter: 7_000 })).toEqual(['turn-failed'])
    expect(told.log.at(-1)?.data).toMatchObject({ retryAt: (told.log.at(-1)?.at ?? 0) + 7_000 })
  })

  it('waits no shorter than the policy says', () => {
    const told = answering({ turnRetry: 2_000 })
    fail(told, { retryAfter: 50 })
    expect(told.log.at(-1)?.data).toMatchObject({ retryAt: (told.log.at(-1)?.at ?? 0) + 2_000 })
  })

  it('is given up when the service asks for more patience than a visitor has', () => {
    expect(fail(answering(), { retryAfter: 10_000 })).toEqual(['turn-failed'])
    expect(fail(answering(), { retryAfter: 10_001 })).toContain('handoff-requested')
  })

  it('beside a person writes nothing to the visitor', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello'))
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'assist-request', { text: 'Help' })
    told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1', kind: 'assist' })
    expect(fail(told, { ...words('Half'), meter })).toEqual(['turn-metered', 'turn-failed'])
    expect(told.log.slice(-2).map(({ audience }) => audience)).toEqual(['staff', 'staff'])
  })

  it('may have been given up by the clock', () => {
    const told = answering()
    expect(told.run(machine, 'deadline-pass', told.header().deadlines.find(({ key }) => key === 'turn') ?? { key: 'turn', at: 0 })).toEqual(['deadline/not-due'])
    expect(told.pass('turn')).toEqual(['turn-failed'])
  })
})

describe('consent to the assistant', () => {
  const refuse = (told: Told, scope = 'assistant', granted = false) => told.run(visitor, 'consent-record', { scope, version: '1', granted })

  it('ends the running answer when it is refused, and what was asked stays owed', () => {
    const told = answering()
    const { owed } = told.header()
    expect(refuse(told)).toEqual(['turn-aborted', 'consent-recorded'])
    expect(told.log.at(-2)?.data).toEqual({ ...turn, reason: 'end' })
    expect(told.header()).toMatchObject({ owed, attempts: 0, humanOnly: true })
    for (const key of ['turn', 'stream', 'stopped']) expect(told.header()).not.toHaveProperty(key)
    expect(told.header().deadlines.map(({ key }) => key)).toContain('owed')
    expect(commit(told, words('On its way.'))).toEqual(['turn/superseded'])
  })

  it('ends no answer when it is given, or is about something else', () => {
    const told = answering()
    expect(refuse(told, 'assistant', true)).toEqual(['consent-recorded'])
    expect(refuse(told, 'transcript')).toEqual(['consent-recorded'])
    expect(told.header().turn?.id).toBe(turn.turn)
  })

  it('ends what the assistant does beside a person, which only staff see', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello'))
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'assist-request', { text: 'Help' })
    told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1', kind: 'assist' })
    expect(refuse(told)).toEqual(['turn-aborted', 'consent-recorded'])
    expect(told.log.slice(-2).map(({ audience }) => audience)).toEqual(['staff', 'everyone'])
  })

  it('stands in the record while it is refused', () => {
    const told = answering()
    told.run(visitor, 'consent-record', { scope: 'assistant', version: '1', granted: false })
    told.run(visitor, 'consent-record', { scope: 'transcript', version: '1', granted: true })
    expect(told.header().humanOnly).toBe(true)
    told.run(visitor, 'consent-record', { scope: 'assistant', version: '1', granted: true })
    expect(told.header()).not.toHaveProperty('humanOnly')
  })
})
