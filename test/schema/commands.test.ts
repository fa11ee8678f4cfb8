import { describe, expect, it } from 'vitest'
import type { CommandMap, CommandType } from '../../src/protocol/index.ts'
import type { CommandSchemas } from '../../src/schema/index.ts'
import { parseCommand } from '../../src/schema/index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Without `readonly`, and without the `undefined` that zod adds to optional fields. */
type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T as T[K] extends never ? never : K]: Plain<Exclude<T[K], undefined>> }
    : T

/** Commands whose schema reads another shape than the protocol names; the compiler refuses the constant while there is one. */
type Different = { [T in CommandType as Equal<Plain<CommandSchemas[T]>, Plain<CommandMap[T]>> extends true ? never : T]: T }
const different: Different = {}

describe('the schemas', () => {
  it('read the shapes that the protocol names', () => expect(different).toEqual({}))

  it('keep only known fields', () => {
    const parsed = parseCommand({ id: 'command-1', type: 'survey-answer', data: { episode: 3, score: 6, by: 'somebody else' } })
    expect(parsed).toEqual({ ok: true, command: { id: 'command-1', type: 'survey-answer', data: { episode: 3, score: 6 } } })
  })

  it.each([
    ['survey-answer', { episode: 3, score: 8 }, 'score'],
    ['survey-answer', { episode: 3, score: 1.5 }, 'score'],
    ['message-send', { parts: [] }, 'parts'],
    ['message-send', { parts: [{ type: 'text', text: 'x'.repeat(16_385) }] }, 'parts.0.text'],
    ['message-send', { parts: [{ type: 'html', text: 'x' }] }, 'parts.0.type'],
    ['ticket-create', {}, 'text'],
    ['no-such-command', {}, 'type'],
    ['__proto__', {}, 'type'],
    ['toString', {}, 'type'],
  ])('refuse %s with %j by naming what is wrong', (type, data, path) => {
    expect(parseCommand({ id: 'command-1', type, data })).toEqual({ ok: false, path })
  })
})
