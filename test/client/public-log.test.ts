import { expect, test } from 'vitest'
import { createPublicLog } from '../../src/client/public-log.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { hubSide } from './hub-side.ts'

const words = (hub: ReturnType<typeof hubSide>, text: string) => hub.act('agent', 'message-send', { parts: [{ type: 'text', text }] })
const snapshot = (hub: ReturnType<typeof hubSide>, tail: number) => hub.snapshot(tail) as Extract<ServerFrame, { t: 'snapshot' }>

function opened() {
  const hub = hubSide('conversation-1')
  hub.act('visitor', 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
  for (let count = 0; count < 5; count += 1) words(hub, `Word ${count}`)
  const told: string[] = []
  const log = createPublicLog({ ask: () => undefined, applied: (event, live) => told.push(`${event.seq} ${live ? 'live' : 'past'}`) })
  log.snapshot(snapshot(hub, 50))
  told.length = 0
  return { hub, log, told, length: () => log.view()?.transcript.length ?? 0 }
}

test('a snapshot that another tab asked for adds what is new, and takes nothing of what is here', () => {
  const { hub, log, told, length } = opened()
  const before = length()
  expect(log.snapshot(snapshot(hub, 2))).toBe(false)
  expect([length(), told]).toEqual([before, []])
  words(hub, 'New')
  words(hub, 'Newer')
  expect(log.snapshot(snapshot(hub, 4))).toBe(true)
  expect([length(), log.cursor(), log.view()?.start]).toEqual([before + 2, hub.head, 0])
  expect(told).toEqual([`${hub.head.seq - 1} past`, `${hub.head.seq} past`])
})

test('a snapshot that leaves a gap, or is of another log, stands for all that was here', () => {
  const { hub, log, length } = opened()
  for (let count = 0; count < 4; count += 1) words(hub, `More ${count}`)
  expect(log.snapshot(snapshot(hub, 2))).toBe(true)
  expect([length(), log.cursor()]).toEqual([2, hub.head])
  hub.replace()
  expect(log.snapshot(snapshot(hub, 3))).toBe(true)
  expect([length(), log.cursor()]).toEqual([3, hub.head])
})
