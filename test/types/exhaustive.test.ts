import { describe, expect, it } from 'vitest'
import { rules } from '../../src/conversation/allow.ts'
import { transitions } from '../../src/conversation/phases.ts'
import { publicShapes } from '../../src/conversation/shapes.ts'
import { staffShapes } from '../../src/conversation/staff-shapes.ts'
import { complaints } from './compile.ts'

/** Words that a switch of a caller may go through, and the type that has them. */
const unions = {
  'a phase': { type: 'Phase', words: Object.keys(transitions) },
  'an event': { type: 'EventType', words: Object.keys(staffShapes) },
  'an event for everyone': { type: 'PublicEventType', words: Object.keys(publicShapes) },
  'a command': { type: 'CommandType', words: Object.keys(rules) },
}

const from = (type: string): string => `import type { ${type} } from '../../src/protocol/index.ts'\n`

/** A function that answers for each of some words, and for no other: it returns a number only if that is all of them. */
const switchOver = (type: string, words: readonly string[]): string => {
  const cases = words.map((word, index) => `    case '${word}': return ${index}\n`)
  return `${from(type)}export function pick(word: ${type}): number {\n  switch (word) {\n${cases.join('')}  }\n}`
}

const recordOver = (type: string, words: readonly string[]): string => {
  const rows = words.map((word, index) => `'${word}': ${index}`)
  return `${from(type)}export const table: Readonly<Record<${type}, number>> = { ${rows.join(', ')} }`
}

const pieces: Record<string, string> = {}
for (const [name, { type, words }] of Object.entries(unions)) {
  for (const [form, make] of [['switch', switchOver], ['table', recordOver]] as const) {
    pieces[`${form} over ${name}`] = make(type, words)
    pieces[`${form} over ${name}, without the last`] = make(type, words.slice(0, -1))
    pieces[`${form} over ${name}, with another`] = make(type, [...words, 'no-such-word'])
  }
}
const found = complaints(pieces)

describe.each(Object.keys(unions))('a %s', (name) => {
  it.each(['switch', 'table'])('by a %s compiles when it is complete, and only then', (form) => {
    expect(found[`${form} over ${name}`]).toEqual([])
    expect(found[`${form} over ${name}, without the last`]).not.toEqual([])
    expect(found[`${form} over ${name}, with another`]).not.toEqual([])
  })
})

describe('the data of an event', () => {
  const known = `import type { KnownCommand, DraftEvent } from '../../src/protocol/index.ts'\n`
  const cases = complaints({
    event: `${known}export const read = (event: DraftEvent) => event.type === 'note-added' ? event.data.text.length : 0`,
    'event of another type': `${known}export const read = (event: DraftEvent) => event.type === 'note-added' ? event.data.parts : 0`,
    command: `${known}export const read = (command: KnownCommand) => command.type === 'survey-answer' ? command.data.score + 1 : 0`,
    'command of another type': `${known}export const read = (command: KnownCommand) => command.type === 'survey-answer' ? command.data.parts : 0`,
  })

  it('and of a command are known by the type', () => {
    expect(cases.event).toEqual([])
    expect(cases.command).toEqual([])
    expect(cases['event of another type'].join()).toContain("Property 'parts' does not exist")
    expect(cases['command of another type'].join()).toContain("Property 'parts' does not exist")
  })
})
