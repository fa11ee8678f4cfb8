import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { readSources } from '../../scripts/docs/sources.ts'
import { publicShapes } from '../../src/conversation/shapes.ts'
import { staffShapes } from '../../src/conversation/staff-shapes.ts'
import type { CommandMap, CommandType, EventMap, EventType, KnownCommand, SignalData } from '../../src/protocol/index.ts'
import type { CommandSchemas, EventSchemas, SignalSchemas, parseCommand } from '../../src/schema/index.ts'
import { commandSchemas, eventSchemas, signalSchemas } from '../../src/schema/index.ts'
import { play, policies, runs, steps } from '../conversation/world.ts'

/** Without `readonly`, and without the `undefined` that zod adds to optional fields. */
type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T as T[K] extends never ? never : K]: Plain<Exclude<T[K], undefined>> }
    : T

const sources = readSources()

describe('the schemas of commands', () => {
  it('read what the protocol names, command by command', () => {
    expectTypeOf<keyof typeof commandSchemas>().toEqualTypeOf<CommandType>()
    expectTypeOf<{ [T in CommandType]: Plain<CommandSchemas[T]> }>().toEqualTypeOf<{ [T in CommandType]: Plain<CommandMap[T]> }>()
    expectTypeOf<Extract<ReturnType<typeof parseCommand>, { ok: true }>['command']>().toEqualTypeOf<KnownCommand>()
    expect(Object.keys(commandSchemas).sort()).toEqual(sources.map('CommandMap').map(({ name }) => name).sort())
  })
})

describe('the schemas of events and signals', () => {
  it('read what the protocol names, type by type', () => {
    expectTypeOf<{ [T in EventType]: Plain<EventSchemas[T]> }>().toEqualTypeOf<{ [T in EventType]: Plain<EventMap[T]> }>()
    expectTypeOf<{ [T in SignalData['type']]: Plain<SignalSchemas[T]> }>().toEqualTypeOf<{
      [T in SignalData['type']]: Plain<Extract<SignalData, { type: T }>>
    }>()
    expect(Object.keys(eventSchemas).sort()).toEqual(sources.map('EventMap').map(({ name }) => name).sort())
    expect(Object.keys(signalSchemas)).toContain('delivered')
  })

  it('accept every event that the machine writes', () => {
    fc.assert(
      fc.property(steps(), policies, (script, policy) => {
        for (const { type, data } of play(script, { policy }).log) {
          const parsed = eventSchemas[type as EventType].safeParse(data)
          expect([type, parsed.success ? data : parsed.error.issues]).toEqual([type, data])
          // and knows all of its fields
          expect(parsed.data).toEqual(data)
        }
      }),
      runs(200, 601),
    )
  })
})

describe('the shapes that the folds check', () => {
  const mark = (name: string, optional: boolean): string => `${name}${optional ? '?' : ''}`

  it.each([['PublicEventMap', publicShapes], ['EventMap', staffShapes]] as const)('are those of %s, field by field', (name, shapes) => {
    const stated = sources.map(name).map(({ name, fields }) => [name, fields.map((field) => mark(field.name, field.optional)).sort()])
    const checked = Object.entries(shapes).map(([name, fields]) => {
      const marks = Object.entries(fields).map(([field, check]) => mark(field, check(undefined)))
      return [name, marks.sort()]
    })
    expect(Object.fromEntries(checked)).toEqual(Object.fromEntries(stated))
  })
})
