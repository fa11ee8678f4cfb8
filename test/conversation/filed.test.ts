import { expect, it } from 'vitest'
import { emptyStaffView, evolveStaff, project } from '../../src/conversation/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { MACHINE } from '../../src/protocol/index.ts'

const event = (seq: number, type: string, audience: StoredEvent['audience'], data: unknown): StoredEvent =>
  ({ seq, at: 1_800_000_000_000 + seq, by: MACHINE, type, audience, data, prev: seq - 1, cause: `command-${seq}` })

const log = [
  event(1, 'conversation-started', 'everyone', { visitor: 'visitor-1' }),
  event(2, 'ticket-created', 'everyone', { ticket: 'ticket-number-1', text: 'Write to me', file: true }),
  event(3, 'ticket-filed', 'staff', { ticket: 'ticket-number-1', reference: 'HELP-4711' }),
]

it('shows staff, and nobody else, how the own system of the site calls what was left for later', () => {
  const view = log.reduce(evolveStaff, emptyStaffView('visitor-1'))
  expect([...view.transcript].at(-1)).toMatchObject({ type: 'ticket-filed', ticket: 'ticket-number-1', reference: 'HELP-4711' })
  expect(JSON.stringify(log.flatMap((each) => project(each) ?? []))).not.toContain('HELP')
})
