import { describe, expect, expectTypeOf, it } from 'vitest'
import { narrowPublic } from '../../src/conversation/index.ts'
import { publicShapes } from '../../src/conversation/shapes.ts'
import { staffShapes } from '../../src/conversation/staff-shapes.ts'
import type { EventMap, EventType, PublicEvent, PublicEventMap, PublicEventType, StaffEventMap, StaffEventType } from '../../src/protocol/index.ts'
import type { Header, PublicHeader } from '../../src/protocol/index.ts'
import { complaints } from './compile.ts'

type Narrowed = NonNullable<ReturnType<typeof narrowPublic>>

describe('what a visitor can hold', () => {
  it('is every event but those of the staff', () => {
    expectTypeOf<PublicEventType | StaffEventType>().toEqualTypeOf<EventType>()
    expectTypeOf<PublicEventType & StaffEventType>().toEqualTypeOf<never>()
    expectTypeOf<EventMap>().toExtend<PublicEventMap>()
    expectTypeOf<EventMap>().toExtend<StaffEventMap>()
    expectTypeOf<PublicEvent['type']>().toEqualTypeOf<PublicEventType>()
    expectTypeOf<PublicEvent['audience']>().toEqualTypeOf<'everyone'>()
    expectTypeOf<Narrowed['type']>().toEqualTypeOf<PublicEventType>()
    expectTypeOf<Extract<PublicEvent['type'], StaffEventType>>().toEqualTypeOf<never>()
    // and so do the tables that the folds read
    expect(Object.keys(publicShapes).filter((type) => !(type in staffShapes))).toEqual([])
    expectTypeOf(publicShapes).toHaveProperty('message-sent')
    expectTypeOf<Extract<keyof typeof publicShapes, StaffEventType>>().toEqualTypeOf<never>()
  })

  it('has no place for a note, a draft or what was found out, whatever it is called', () => {
    const event = (type: string, data: string, audience = 'everyone'): string =>
      "import type { PublicEvent } from '../../src/protocol/index.ts'\n" +
      "const place = { seq: 1, at: 1, by: { kind: 'agent', id: 'agent-001' }, prev: 0, cause: 'command-1' } as const\n" +
      `export const event: PublicEvent = { ...place, audience: '${audience}', type: '${type}', data: ${data} }`
    const found = complaints({
      message: event('message-sent', "{ message: 'message-1', parts: [] }"),
      note: event('note-added', "{ note: 'note-0001', text: '' }"),
      draft: event('draft-offered', "{ draft: 'draft-001', parts: [] }"),
      context: event('context-added', "{ reason: 'rule' }"),
      call: event('tool-called', "{ call: 'call-0001', turn: 'turn-0001', attempt: 1, tool: 'find', input: '{}' }"),
      result: event('tool-returned', "{ call: 'call-0001', output: '' }"),
      action: event('action-held', "{ action: 'action-01', tool: 'find', input: '{}', title: 'Find', approval: 'visitor' }"),
      'input of a question': event('permission-asked', "{ permission: 'action-01', title: 'Find?', input: '{}' }"),
      cost: event('turn-metered', "{ turn: 'turn-0001', attempt: 1, provider: 'models', inputTokens: 1, outputTokens: 1 }"),
      question: event('permission-asked', "{ permission: 'action-01', title: 'Find?' }"),
      'note as a message': event('message-sent', "{ note: 'note-0001', text: '' }"),
      'message for staff': event('message-sent', "{ message: 'message-1', parts: [] }", 'staff'),
    })
    const open = ['message', 'question']
    for (const name of open) expect(found[name as keyof typeof found]).toEqual([])
    for (const [name, complaints] of Object.entries(found)) if (!open.includes(name)) expect(complaints, name).not.toEqual([])
  })

  it('has nothing in its header that only the machine or the staff know', () => {
    type Hidden = 'machine' | 'owed' | 'deadlines' | 'tags' | 'drafts' | 'invited' | 'shadows' | 'route' | 'preview' | 'calls' | 'actions' | 'granted' | 'spent' | 'humanOnly'
    expectTypeOf<Extract<keyof PublicHeader, Hidden>>().toEqualTypeOf<never>()
    expectTypeOf<Extract<keyof Header, Hidden>>().toEqualTypeOf<Hidden>()
    expectTypeOf<Header>().toExtend<PublicHeader>()
    expect(Object.keys(staffShapes)).toContain('note-added')
  })
})
