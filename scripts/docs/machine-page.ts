import { holderOf, transitions } from '../../src/conversation/phases.ts'
import { defaultPolicy } from '../../src/conversation/policy.ts'
import type { DeadlineKey, Phase } from '../../src/protocol/index.ts'
import { deadlinePhases } from './deadlines.ts'
import { code, codes, duration, page, table } from './markdown.ts'
import type { Sources } from './sources.ts'

const moves: Readonly<Record<Phase, Readonly<Partial<Record<string, Phase>>>>> = transitions
const phases = Object.keys(transitions) as Phase[]

const meaning: Readonly<Record<Phase, string>> = {
  bot: 'The assistant answers.',
  queued: 'A person is wanted, and the assistant is silent.',
  human: 'One person holds the floor; the assistant may help them, unseen by the visitor.',
  handback: 'The assistant does the closing tasks that the person left to it, and answers.',
  closed: 'It is over, until the visitor writes again.',
}
const holders = { assistant: 'the assistant', person: 'one person', nobody: 'nobody' }

/** `docs/machine.md`. */
export function machinePage(sources: Sources): string {
  const events = [...new Set(phases.flatMap((phase) => Object.keys(moves[phase])))]
  const keys = Object.keys(deadlinePhases) as DeadlineKey[]
  return page(
    '# The machine',
    'Where a conversation can stand, and what moves it. This page is made from the sources by `npm run docs`; change those, not this. ' +
      'The events and commands are described in [protocol.md](protocol.md).',

    '## Phases',
    'Exactly one party holds the floor in each phase, or nobody. The number of the floor grows by one at each change of holder, and an answer of ' +
      'the assistant is written only on the floor that it began on: so it cannot speak over a person.',
    table(
      ['phase', 'holder', 'what it is', 'deadlines'],
      phases.map((phase) => {
        const standing = keys.filter((key) => deadlinePhases[key].includes(phase))
        return [code(phase), holders[holderOf[phase]], meaning[phase], codes(standing)]
      }),
    ),

    '## Transitions',
    'Only these events move a conversation. Each cell says which phase an event leads to; where there is none the event is illegal, and a fold ' +
      'that meets it there changes nothing.',
    table(
      ['event', ...phases.map((phase) => `in ${code(phase)}`)],
      events.map((event) => [`[${code(event)}](protocol.md#${event})`, ...phases.map((phase) => leadsTo(phase, event))]),
    ),
    ['```mermaid', diagram(), '```'].join('\n'),
    sources.commentOf('transitions'),

    '## Deadlines',
    'There are no other timers. A deadline stands in the header of its conversation, one of a key at most; the fold sets and clears it, and when ' +
      'its time has come any hub says so by the command [`deadline-pass`](protocol.md#deadline-pass).',
    table(
      ['deadline', 'why it stands', 'in'],
      keys.map((key) => [code(key), why(sources, key), deadlinePhases[key].length === phases.length ? 'any phase' : codes(deadlinePhases[key])]),
    ),

    '## Policy',
    'What a deployment decides; each may be given to the hub.',
    table(
      ['name', 'default', 'meaning'],
      sources.shape(sources.named('Policy')).fields.map(({ name, doc }) => [code(name), valueOf(name), doc.replace(/ ?Default .*?\.(?= |$)/, '')]),
    ),
  )
}

function leadsTo(phase: Phase, event: string): string {
  const next = moves[phase][event]
  return next ? code(next) : '–'
}

function diagram(): string {
  const lines = phases.flatMap((phase) => {
    const targets = [...new Set(Object.values(moves[phase]))].filter((to) => to !== undefined)
    return targets.map((to) => {
      const events = Object.keys(moves[phase]).filter((event) => moves[phase][event] === to)
      return `  ${phase} --> ${to}: ${events.join(', ')}`
    })
  })
  return ['stateDiagram-v2', ...phases.map((phase) => `  ${phase}: ${phase} (${holders[holderOf[phase]]})`), '  [*] --> bot', ...lines].join('\n')
}

/** `DeadlineKey` explains each of its words: “`owed`: a visitor message waits for a turn.” */
function why(sources: Sources, key: DeadlineKey): string {
  const sentences = sources.shape(sources.named('DeadlineKey')).doc.matchAll(/((?:`[\w-]+`(?:, )?)+): ([^.]+\.)/g)
  for (const [, names = '', text = ''] of sentences) if (names.includes(code(key))) return text.replace(/^./, (letter) => letter.toUpperCase())
  throw new Error(`The comment on DeadlineKey does not explain ${key}.`)
}

function valueOf(name: string): string {
  const value: unknown = defaultPolicy[name as keyof typeof defaultPolicy]
  if (typeof value === 'number') return value >= 1_000 ? duration(value) : String(value)
  return codes(Array.isArray(value) ? value.map(String) : [String(value)])
}
