import { describe, expect, it } from 'vitest'
import type { Policy } from '../../src/conversation/index.ts'
import { decide, defaultPolicy, isRefusal, nextPhase, number } from '../../src/conversation/index.ts'
import type { Actor, CommandMap, CommandType, Header, KnownCommand, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'
import { commandTypes, personOf } from './world.ts'

const cast = {
  visitor: { kind: 'visitor', id: 'visitor-1' },
  holder: { kind: 'agent', id: 'agent-ann' },
  other: { kind: 'agent', id: 'agent-bob' },
  supervisor: { kind: 'supervisor', id: 'super-sue' },
  assistant: ASSISTANT,
  machine: MACHINE,
} as const satisfies Record<string, Actor>

type Role = keyof typeof cast
const roles = Object.keys(cast) as Role[]

const START = 1_800_000_000_000
const said = { parts: [{ type: 'text' as const, text: 'Where is my card?' }] }

interface Told {
  readonly header: Header | null
  readonly events: readonly StoredEvent[]
}

/** A conversation told as a hub appends it; every command in a story must be accepted. */
function tell(...story: readonly (readonly [Role, CommandType, unknown?, Partial<Policy>?])[]): Told {
  return story.reduce<Told>(({ header, events }, [role, type, data = {}], index) => {
    const command = { id: `story-command-${index}`, type, data } as KnownCommand
    const decision = decide(header, command, { by: cast[role], person: personOf(cast[role]), now: START, policy: defaultPolicy })
    if (isRefusal(decision)) throw new Error(`${type} is refused: ${decision.code}`)
    const next = number(header, decision, { cause: command.id, digest: '', now: START, visitor: 'visitor-1' })
    return { header: next.header, events: [...events, ...next.events] }
  }, { header: null, events: [] })
}

const asked = [['visitor', 'message-send', said]] as const
const quiet = [...asked, ['assistant', 'turn-skip', { upTo: 99 }]] as const
const human = [...asked, ['holder', 'floor-claim'], ['holder', 'message-send', said]] as const
const handback = [...human, ['holder', 'floor-return']] as const
const running = { turn: 'turn-number-1', attempt: 1 }

const called = { ...running, call: 'call-number-1', tool: 'find_order', input: '{}' }
const held = { action: 'action-number-1', tool: 'cancel_order', input: '{}', title: 'Cancel it?', approval: 'visitor' } as const
const asking = [...asked, ['assistant', 'turn-start', { ...running, message: 'answer-number-1' }], ['assistant', 'tool-call', called], ['assistant', 'turn-commit', { ...running, floor: 1, held }]] as const

/** The states that the columns of the table stand for. */
const columns: Readonly<Record<string, Header | null>> = {
  none: null,
  quiet: tell(...quiet).header,
  permission: tell(...asking).header,
  asked: tell(...asked).header,
  answering: tell(...asked, ['assistant', 'turn-start', { ...running, message: 'answer-number-1' }]).header,
  queued: tell(...quiet, ['visitor', 'handoff-request']).header,
  human: tell(...human).header,
  away: tell(...human, ['machine', 'agent-drop', { agent: 'agent-ann' }]).header,
  handback: tell(...handback).header,
  question: tell(...handback, ['visitor', 'message-send', said]).header,
  closed: tell(...human, ['holder', 'conversation-resolve']).header,
}

/** A command's data in a state, as whoever may send it would send it. */
const dataFor: Readonly<Partial<{ [T in CommandType]: (header: Header | null) => CommandMap[T] }>> = {
  'message-send': () => said,
  'read-mark': () => ({ seq: 1 }),
  'survey-answer': (header) => ({ episode: header?.survey?.episode ?? 1, score: 5 }),
  'survey-decline': (header) => ({ episode: header?.survey?.episode ?? 1 }),
  'ticket-create': () => ({ text: 'Please write to me.' }),
  'note-add': () => ({ text: 'A note.' }),
  'turn-start': () => ({ turn: 'turn-number-2', attempt: 1, message: 'answer-number-2' }),
  'turn-commit': (header) => ({ ...running, floor: header?.floor.number ?? 1, parts: said.parts }),
  'turn-abort': () => running,
  'turn-skip': (header) => ({ upTo: header?.seq ?? 1 }),
  'turn-fail': () => ({ ...running, code: 'provider/failed', retryable: false }),
  'deadline-pass': (header) => header?.deadlines.find(({ key }) => key !== 'owed') ?? { key: 'queue', at: START },
  'agent-drop': () => ({ agent: 'agent-ann' }),
  'agent-return': () => ({ agent: 'agent-ann' }),
  'language-set': () => ({ language: 'de' }),
  'attributes-update': () => ({ values: { plan: 'gold' } }),
  'follow-up-schedule': () => ({ at: START + 60_000 }),
  'turn-stop': () => ({ message: 'answer-number-1' }),
  'form-submit': () => ({ form: 'form-number-1', values: {} }),
  'message-rate': () => ({ message: 'answer-number-1', rating: 'up' }),
  'ticket-file': () => ({ ticket: 'ticket-none' }),
  'consent-record': () => ({ scope: 'transcript', version: '1', granted: true }),
  'participant-invite': () => ({ agent: 'agent-bob' }),
  'assist-request': () => ({ text: 'Look up the fee.' }),
  'draft-drop': () => ({ draft: 'draft-number-1' }),
  'draft-approve': () => ({ draft: 'draft-number-1' }),
  'turn-meter': () => ({ ...running, meter: { provider: 'models', inputTokens: 1, outputTokens: 1 } }),
  'tool-call': () => ({ ...running, call: 'call-number-2', tool: 'find_order', input: '{}' }),
  'tool-return': () => ({ call: 'call-number-1', output: '{}' }),
  'permission-answer': () => ({ permission: 'action-number-1', granted: true }),
  'tag-add': () => ({ tag: 'vip' }),
  'tag-remove': () => ({ tag: 'vip' }),
  'conversation-route': () => ({ priority: 2 }),
  'events-redact': () => ({ seqs: [1] }),
  'turn-keep': () => ({ ...running, parts: said.parts }),
  'summary-write': (header) => ({ episode: header?.summary ?? 0, text: 'A summary.' }),
}

/**
 * What comes of every command in every state: the phase afterwards; `=` when it is accepted and nothing is written; or why
 * it is refused. Whoever has no line for a command is refused as `forbidden` in every state.
 *
 * quiet, permission, asked, answering: with the assistant, and nothing is owed, the visitor is asked for permission (and a call has no
 * result yet), a question is owed, a turn runs. human, away: the holder is
 * there, or lost. handback, question: after a hand-back, and nothing is owed, or a question is; a summary is the first that is due.
 */
const table = `
command               by          none     quiet      permission  asked      answering  queued      human      away       handback   question   closed
message-send          visitor     bot      bot        bot         bot        bot        queued      human      human      handback   handback   bot
message-send          holder      missing  human      human       human      human      human       human      human      human      human      over
message-send          other       missing  human      human       human      human      human       claimed    claimed    human      human      over
message-send          supervisor  missing  human      human       human      human      human       human      human      human      human      over
read-mark             visitor     missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
read-mark             holder      missing  =          =           =          =          =           human      human      =          =          =
read-mark             other       missing  =          =           =          =          =           =          =          =          =          =
read-mark             supervisor  missing  =          =           =          =          =           =          =          =          =          =
handoff-request       visitor     queued   queued     queued      queued     queued     =           =          =          queued     queued     queued
handoff-request       assistant   missing  queued     queued      queued     queued     =           =          =          queued     queued     over
handoff-cancel        visitor     missing  no-queue   no-queue    no-queue   no-queue   bot         no-queue   no-queue   no-queue   no-queue   no-queue
survey-answer         visitor     missing  no-survey  no-survey   no-survey  no-survey  no-survey   phase      phase      handback   handback   closed
survey-decline        visitor     missing  no-survey  no-survey   no-survey  no-survey  no-survey   phase      phase      handback   handback   closed
ticket-create         visitor     bot      bot        bot         bot        bot        queued      human      human      handback   handback   bot
conversation-end      visitor     missing  closed     closed      closed     closed     closed      closed     closed     closed     closed     over
floor-claim           holder      missing  human      human       human      human      human       =          =          human      human      over
floor-claim           other       missing  human      human       human      human      human       claimed    claimed    human      human      over
floor-claim           supervisor  missing  human      human       human      human      human       claimed    claimed    human      human      over
floor-return          holder      missing  not-human  not-human   not-human  not-human  not-human   handback   handback   not-human  not-human  not-human
floor-return          other       missing  not-human  not-human   not-human  not-human  not-human   claimed    claimed    not-human  not-human  not-human
floor-return          supervisor  missing  not-human  not-human   not-human  not-human  not-human   handback   handback   not-human  not-human  not-human
floor-transfer        holder      missing  not-human  not-human   not-human  not-human  not-human   queued     queued     not-human  not-human  not-human
floor-transfer        other       missing  not-human  not-human   not-human  not-human  not-human   claimed    claimed    not-human  not-human  not-human
floor-transfer        supervisor  missing  not-human  not-human   not-human  not-human  not-human   queued     queued     not-human  not-human  not-human
note-add              holder      missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
note-add              other       missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
note-add              supervisor  missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
conversation-resolve  holder      missing  closed     closed      closed     closed     not-holder  closed     closed     closed     closed     over
conversation-resolve  other       missing  closed     closed      closed     closed     not-holder  claimed    claimed    closed     closed     over
conversation-resolve  supervisor  missing  closed     closed      closed     closed     not-holder  closed     closed     closed     closed     over
turn-start            assistant   missing  not-owed   not-owed    bot        not-owed   phase       phase      phase      not-owed   bot        over
turn-commit           assistant   missing  late       late        late       bot        late        late       late       late       late       late
turn-abort            assistant   missing  late       late        late       bot        late        late       late       late       late       late
turn-skip             assistant   missing  not-owed   not-owed    bot        not-owed   phase       phase      phase      not-owed   handback   over
turn-fail             assistant   missing  late       late        late       queued     late        late       late       late       late       late
turn-meter            assistant   missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
deadline-pass         machine     missing  closed     closed      not-due    bot        bot         not-due    queued     handback   handback   not-due
agent-drop            machine     missing  =          =           =          =          =           human      =          =          =          =
agent-return          machine     missing  =          =           =          =          =           =          human      =          =          =
conversation-finish   assistant   missing  phase      phase       phase      phase      phase       phase      phase      closed     closed     over
language-set          visitor     missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
language-set          holder      missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
language-set          other       missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
language-set          supervisor  missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
attributes-update     visitor     missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
attributes-update     holder      missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
attributes-update     other       missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
attributes-update     supervisor  missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
attributes-update     assistant   missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
follow-up-schedule    visitor     missing  no-offer   no-offer    no-offer   no-offer   no-offer    no-offer   no-offer   no-offer   no-offer   over
follow-up-schedule    holder      missing  bot        bot         bot        bot        queued      human      human      handback   handback   over
follow-up-schedule    other       missing  bot        bot         bot        bot        queued      human      human      handback   handback   over
follow-up-schedule    supervisor  missing  bot        bot         bot        bot        queued      human      human      handback   handback   over
follow-up-decline     visitor     missing  no-offer   no-offer    no-offer   no-offer   no-offer    no-offer   no-offer   no-offer   no-offer   over
conversation-erase    visitor     missing  closed     closed      closed     closed     closed      closed     closed     closed     closed     closed
conversation-erase    supervisor  missing  closed     closed      closed     closed     closed      closed     closed     closed     closed     closed
turn-stop             visitor     missing  =          =           =          bot        =           =          =          =          =          =
form-submit           visitor     bot      bot        bot         bot        bot        queued      human      human      handback   handback   over
message-rate          visitor     missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
ticket-file           machine     missing  =          =           =          =          =           =          =          =          =          =
consent-record        visitor     bot      bot        bot         bot        bot        queued      human      human      handback   handback   closed
participant-invite    holder      missing  not-human  not-human   not-human  not-human  not-human   human      human      not-human  not-human  not-human
participant-invite    supervisor  missing  not-human  not-human   not-human  not-human  not-human   human      human      not-human  not-human  not-human
participant-invite    other       missing  not-human  not-human   not-human  not-human  not-human   claimed    claimed    not-human  not-human  not-human
participant-join      holder      missing  not-human  not-human   not-human  not-human  not-human   =          =          not-human  not-human  not-human
participant-join      other       missing  not-human  not-human   not-human  not-human  not-human   uninvited  uninvited  not-human  not-human  not-human
participant-join      supervisor  missing  not-human  not-human   not-human  not-human  not-human   human      human      not-human  not-human  not-human
participant-leave     holder      missing  not-in     not-in      not-in     not-in     not-in      not-in     not-in     not-in     not-in     not-in
participant-leave     other       missing  not-in     not-in      not-in     not-in     not-in      not-in     not-in     not-in     not-in     not-in
participant-leave     supervisor  missing  not-in     not-in      not-in     not-in     not-in      not-in     not-in     not-in     not-in     not-in
supervisor-request    holder      missing  not-human  not-human   not-human  not-human  not-human   human      human      not-human  not-human  not-human
supervisor-request    other       missing  not-human  not-human   not-human  not-human  not-human   claimed    claimed    not-human  not-human  not-human
supervisor-request    supervisor  missing  not-human  not-human   not-human  not-human  not-human   claimed    claimed    not-human  not-human  not-human
shadow-start          holder      missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
shadow-start          other       missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
shadow-start          supervisor  missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
shadow-end            holder      missing  =          =           =          =          =           =          =          =          =          =
shadow-end            other       missing  =          =           =          =          =           =          =          =          =          =
shadow-end            supervisor  missing  =          =           =          =          =           =          =          =          =          =
assist-request        holder      missing  not-human  not-human   not-human  not-human  not-human   human      human      not-human  not-human  not-human
assist-request        supervisor  missing  not-human  not-human   not-human  not-human  not-human   human      human      not-human  not-human  not-human
assist-request        other       missing  not-human  not-human   not-human  not-human  not-human   claimed    claimed    not-human  not-human  not-human
draft-drop            holder      missing  not-human  not-human   not-human  not-human  not-human   no-draft   no-draft   not-human  not-human  not-human
draft-drop            supervisor  missing  not-human  not-human   not-human  not-human  not-human   no-draft   no-draft   not-human  not-human  not-human
draft-drop            other       missing  not-human  not-human   not-human  not-human  not-human   claimed    claimed    not-human  not-human  not-human
tag-add               holder      missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
tag-add               other       missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
tag-add               supervisor  missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
tag-add               assistant   missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
tag-remove            holder      missing  =          =           =          =          =           =          =          =          =          =
tag-remove            other       missing  =          =           =          =          =           =          =          =          =          =
tag-remove            supervisor  missing  =          =           =          =          =           =          =          =          =          =
tag-remove            assistant   missing  =          =           =          =          =           =          =          =          =          =
conversation-route    holder      missing  bot        bot         bot        bot        queued      human      human      handback   handback   over
conversation-route    other       missing  bot        bot         bot        bot        queued      human      human      handback   handback   over
conversation-route    supervisor  missing  bot        bot         bot        bot        queued      human      human      handback   handback   over
conversation-route    assistant   missing  bot        bot         bot        bot        queued      human      human      handback   handback   over
conversation-route    machine     missing  bot        bot         bot        bot        queued      human      human      handback   handback   over
events-redact         holder      missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
events-redact         other       missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
events-redact         supervisor  missing  bot        bot         bot        bot        queued      human      human      handback   handback   closed
turn-keep             assistant   missing  late       late        late       late       late        late       late       late       late       late
summary-write         assistant   missing  late       late        late       late       late        late       late       handback   handback   late
draft-approve         holder      missing  not-human  not-human   not-human  not-human  not-human   no-draft   no-draft   not-human  not-human  not-human
draft-approve         supervisor  missing  not-human  not-human   not-human  not-human  not-human   no-draft   no-draft   not-human  not-human  not-human
draft-approve         other       missing  not-human  not-human   not-human  not-human  not-human   claimed    claimed    not-human  not-human  not-human
tool-call             assistant   missing  late       late        late       bot        late        late       late       late       late       late
tool-return           assistant   missing  late       bot         late       late       late        late       late       late       late       late
permission-answer     visitor     missing  no-ask     bot         no-ask     no-ask     no-ask      no-ask     no-ask     no-ask     no-ask     no-ask
`

const words: Readonly<Record<string, string>> = {
  'command/forbidden': 'forbidden',
  'conversation/wrong-phase': 'phase',
  'participant/not-invited': 'uninvited',
  'participant/not-joined': 'not-in',
  'follow-up/not-open': 'no-offer',
  'draft/not-open': 'no-draft',
  'conversation/not-found': 'missing',
  'conversation/closed': 'over',
  'floor/claimed': 'claimed',
  'floor/not-holder': 'not-holder',
  'floor/not-human': 'not-human',
  'handoff/not-open': 'no-queue',
  'survey/not-open': 'no-survey',
  'permission/not-open': 'no-ask',
  'turn/superseded': 'late',
  'turn/not-owed': 'not-owed',
  'deadline/not-due': 'not-due',
}

function outcome(type: CommandType, role: Role, column: string): string {
  const header = columns[column] ?? null
  const data = dataFor[type]?.(header) ?? {}
  // late enough for whatever may be due
  const now = type === 'deadline-pass' ? (data as CommandMap['deadline-pass']).at : START
  const command = { id: 'the-command', type, data } as KnownCommand
  const decision = decide(header, command, { by: cast[role], person: personOf(cast[role]), now, policy: defaultPolicy })
  if (isRefusal(decision)) return words[decision.code] ?? decision.code
  if (decision.length === 0) return '='
  return number(header, decision, { cause: 'the-command', digest: '', now, visitor: 'visitor-1' }).header.phase
}

const [head = [], ...lines] = table.trim().split('\n').map((line) => line.split(/\s+/))
const [, , ...states] = head

describe('the outcome of', () => {
  for (const type of commandTypes) {
    for (const role of roles) {
      it(`${type} by the ${role} is what the table says`, () => {
        const line = lines.find(([command, by]) => command === type && by === role)
        const expected = line?.slice(2) ?? states.map(() => 'forbidden')
        expect(states.map((column) => [column, outcome(type, role, column)])).toEqual(states.map((column, at) => [column, expected[at]]))
      })
    }
  }

  it('has a line for real commands and roles only, each once', () => {
    const names = lines.map(([command, by]) => `${command} ${by}`)
    expect(new Set(names).size).toBe(names.length)
    expect(lines.filter(([command = '', by = '']) => !(commandTypes as string[]).includes(command) || !(roles as string[]).includes(by))).toEqual([])
    expect(states).toEqual(Object.keys(columns))
  })
})

/** Which events may stand in which phase, and where they lead; everything else that moves a conversation is illegal there. */
const events = `
event                  bot     queued  human     handback  closed
handoff-requested      queued  -       -         queued    -
handoff-cancelled      -       bot     -         -         -
handoff-expired        -       bot     -         -         -
floor-claimed          human   human   -         -         -
floor-returned         -       -       handback  -         -
floor-transferred      -       -       queued    -         -
tasks-ended            -       -       -         bot       -
conversation-closed    closed  -       closed    closed    -
conversation-reopened  -       -       -         -         bot
conversation-erased    closed  closed  closed    closed    closed
message-sent           -       -       -         -         -
constructor            -       -       -         -         -
`

it('an event leads from a phase to the phase that the table says, or is illegal there', () => {
  const [[, ...phases] = [], ...rows] = events.trim().split('\n').map((line) => line.split(/\s+/))
  for (const [event = '', ...expected] of rows) {
    expect([event, ...phases.map((phase) => nextPhase(phase as Header['phase'], event) ?? '-')]).toEqual([event, ...expected])
  }
})
