import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createChat } from '../../src/client/index.ts'
import { emptyHeader, emptyPublicView, emptyStaffView, evolvePublic, evolveStaff, project, projectForStaff } from '../../src/conversation/index.ts'
import { createDesk } from '../../src/desk/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import type { ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { replay } from '../../src/transports/replay.ts'
import { play, runs, steps } from '../conversation/world.ts'
import { settled, until } from '../hub/until.ts'
import { ID, collected, recordOf, talk } from './samples.ts'
import { viewer } from './viewer.ts'

type Side = 'visitor' | 'staff'

/** What the fold makes of a record up to a moment; `log` says how often it was rewound. */
function folded(events: readonly StoredEvent[], as: Side, log = 1) {
  const start = emptyHeader('visitor-1')
  const view =
    as === 'staff'
      ? events.map(projectForStaff).reduce(evolveStaff, { ...emptyStaffView('visitor-1'), header: { ...start, log } })
      : events.flatMap((event) => project(event) ?? []).reduce(evolvePublic, { ...emptyPublicView, header: { ...emptyPublicView.header, log } })
  return { ...view, transcript: [...view.transcript] }
}

const freeze = (): void => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
}
const { log } = talk()
const record = recordOf(log)
const shownIn = (frames: readonly ServerFrame[]): string[] => frames.map((frame) => (frame.t === 'events' ? frame.events.map(({ seq }) => seq).join() : frame.t))

describe.each(['visitor', 'staff'] as const)('a replay for the %s', (as) => {
  it('ends as the fold of its record, and stands at each moment as the fold of what had happened', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(steps(30), async (script) => {
        const { log: whole } = play(script)
        fc.pre(whole.length > 0)
        const player = replay(recordOf(whole), { as, speed: 0 })
        const one = await viewer(player, as)
        await one.quiet()
        expect(one.view()).toEqual(folded(whole, as))
        player.seek(0)
        for (let seq = 0; seq <= whole.length; seq += 1) {
          player.seek(seq)
          await one.quiet()
          expect(one.view()).toEqual(folded(whole.slice(0, seq), as, 2))
          seen += 1
        }
        await one.stop()
      }),
      runs(20, as === 'staff' ? 521 : 522),
    )
    expect(seen).toBeGreaterThan(100)
  })

  it('can be sent to any moments in any order, also before the answer to the last one was read', async () => {
    await fc.assert(
      fc.asyncProperty(steps(30), fc.array(fc.tuple(fc.nat(60), fc.boolean()), { minLength: 1, maxLength: 12 }), async (script, jumps) => {
        const { log: whole } = play(script)
        fc.pre(whole.length > 0)
        const player = replay(recordOf(whole), { as })
        player.pause()
        const one = await viewer(player, as)
        let rewinds = 0
        let at = 0
        for (const [jump, wait] of jumps) {
          if (Math.min(jump, whole.length) < at) rewinds += 1
          at = Math.min(jump, whole.length)
          player.seek(jump)
          if (wait) await one.quiet()
        }
        await one.quiet()
        expect(player.seq).toBe(at)
        expect(one.view()).toEqual(folded(whole.slice(0, at), as, 1 + rewinds))
        await one.stop()
      }),
      runs(60, as === 'staff' ? 523 : 524),
    )
  })
})

describe('a replay of a record for everyone', () => {
  it('shows a visitor the same as that of the whole record', async () => {
    const open = replay(recordOf(log, 'everyone'), { speed: 0 })
    const one = await viewer(open, 'visitor')
    await one.quiet()
    expect(one.view()).toEqual(folded(log, 'visitor'))
    await one.stop()
  })

  it('is not for staff, who would see a log with holes', () => {
    expect(() => replay(recordOf(log, 'everyone'), { as: 'staff' })).toThrow(expect.objectContaining({ code: 'record/invalid' }))
  })
})

describe('a replay for the visitor', () => {
  it('has nothing in its frames that is for staff', async () => {
    const one = await viewer(replay(record, { speed: 0 }), 'visitor')
    await one.quiet()
    expect(JSON.stringify(one.frames)).not.toMatch(/canary|note-added|deadlines/)
    await one.stop()
  })
})

describe('time', () => {
  // one command a second, and what one command made stands together
  const moments = [...new Set(log.map(({ at }) => at))]

  it('passes as it did then: each event when its time has come, those of one moment together', async () => {
    freeze()
    const player = replay(record, { as: 'staff' })
    const one = await viewer(player, 'staff')
    vi.advanceTimersByTime(0)
    for (const [index, at] of moments.entries()) {
      await one.quiet()
      expect(one.view()).toEqual(folded(log.filter((event) => event.at <= at), 'staff'))
      if (index === moments.length - 1) break
      vi.advanceTimersByTime(999)
      expect(player.seq).toBe(log.findLast((event) => event.at <= at)?.seq)
      vi.advanceTimersByTime(1)
    }
    expect(player.playing).toBe(false)
    expect(one.view()).toEqual(folded(log, 'staff'))
    await one.stop()
  })

  it('passes twice as fast at twice the speed, and no pause is longer than the longest', async () => {
    freeze()
    const fast = replay(record, { speed: 2 })
    const short = replay(record, { pauseCap: 100 })
    const viewers = [await viewer(fast, 'visitor'), await viewer(short, 'visitor')]
    vi.advanceTimersByTime(1 + 100 * (moments.length - 1))
    expect(short.seq).toBe(short.end)
    expect(fast.seq).toBeLessThan(fast.end)
    vi.advanceTimersByTime(500 * (moments.length - 1))
    expect(fast.seq).toBe(fast.end)
    for (const one of viewers) await one.stop()
  })

  it('waits two seconds at most by itself, though people waited for days', async () => {
    freeze()
    const late = log.map((event) => ({ ...event, at: event.at * 86_400 }))
    const player = replay(recordOf(late))
    const one = await viewer(player, 'visitor')
    vi.advanceTimersByTime(1 + 2_000 * (moments.length - 1))
    expect(player.seq).toBe(player.end)
    await one.stop()
  })

  it('stands still while paused, goes on where it was, and begins again after the end', async () => {
    freeze()
    const player = replay(record)
    const one = await viewer(player, 'visitor')
    vi.advanceTimersByTime(1_001)
    const { seq } = player
    expect(seq).toBeGreaterThan(0)
    player.pause()
    expect(player.playing).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(player.seq).toBe(seq)
    player.play()
    vi.advanceTimersByTime(60_000)
    expect([player.seq, player.playing]).toEqual([player.end, false])
    player.play()
    expect([player.seq, player.playing]).toEqual([0, true])
    await one.stop()
  })

  it('rests while nobody looks, and leaves no timer', async () => {
    freeze()
    const player = replay(record)
    vi.advanceTimersByTime(60_000)
    expect(player.seq).toBe(0)
    const one = await viewer(player, 'visitor')
    vi.advanceTimersByTime(1_001)
    await one.stop()
    expect(vi.getTimerCount()).toBe(0)
    const { seq } = player
    vi.advanceTimersByTime(60_000)
    expect([player.seq, player.playing]).toEqual([seq, true])
    const other = await viewer(player, 'visitor')
    vi.advanceTimersByTime(60_000)
    expect(player.seq).toBe(player.end)
    await other.stop()
  })

  it('is told to those who listen, until they stop; one that throws hurts nobody', async () => {
    freeze()
    const player = replay(record)
    const heard: number[] = []
    const uncaught = vi.fn<(error: unknown) => void>()
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.on('uncaughtException', uncaught)
    onTestFinished(() => {
      process.removeListener('uncaughtException', uncaught)
      for (const other of others) process.on('uncaughtException', other)
    })
    const mine = new Error('mine')
    player.onChange(() => {
      throw mine
    })
    const stop = player.onChange(() => heard.push(player.seq))
    const one = await viewer(player, 'visitor')
    player.seek(3)
    await one.quiet()
    expect(heard.at(-1)).toBe(3)
    player.seek(1)
    // also what is on its way already is not heard any more
    stop()
    await one.quiet()
    expect(heard.at(-1)).toBe(3)
    expect(uncaught).toHaveBeenCalledWith(mine, expect.anything())
    await one.stop()
  })
})

describe('a connection to a replay', () => {
  it('proves that it lives while nothing happens', async () => {
    freeze()
    const player = replay(record)
    const [note = 0] = log.flatMap(({ type, seq }) => (type === 'note-added' ? [seq] : []))
    player.pause()
    player.seek(note)
    const one = await viewer(player, 'visitor')
    await one.quiet()
    const before = one.frames.length
    vi.advanceTimersByTime(45_000)
    await one.quiet()
    // the note is nothing that a visitor could count
    const { shown } = folded(log.slice(0, note), 'visitor').header
    expect(shown).toBeLessThan(note)
    expect(one.frames.slice(before)).toEqual(Array.from({ length: 3 }, () => ({ t: 'beat', heads: { [ID]: { log: 1, seq: shown } } })))
    await one.stop()
  })

  it('goes on after a cursor, and from the start after a cursor of another log', async () => {
    const player = replay(record, { as: 'staff', speed: 0 })
    const one = await viewer(player, 'staff')
    await one.quiet()
    const asked = async (after: { log: number; seq: number }) => {
      const before = one.frames.length
      await one.connection.send({ t: 'follow', follow: { topic: `conversation:${ID}`, after } })
      await one.quiet()
      return shownIn(one.frames.slice(before))
    }
    const every = log.map(({ seq }) => seq)
    expect(await asked({ log: 1, seq: 4 })).toEqual([every.slice(4).join()])
    expect(await asked({ log: 1, seq: log.length })).toEqual([''])
    expect(await asked({ log: 9, seq: 4 })).toEqual(['snapshot', every.join()])
    await one.stop()
  })

  it('is told by a reset that time went back, and that the log is another', async () => {
    const player = replay(record, { speed: 0 })
    const one = await viewer(player, 'visitor')
    await one.quiet()
    const before = one.frames.length
    player.seek(3)
    await one.quiet()
    expect(one.frames[before]).toEqual({ t: 'reset', conversation: ID, log: 2 })
    expect(shownIn(one.frames.slice(before))).toEqual(['reset', 'snapshot', '1,2,3'])
    await one.stop()
  })

  it('pages back, and never beyond what has happened', async () => {
    const player = replay(record, { as: 'staff' })
    player.pause()
    player.seek(5)
    const one = await viewer(player, 'staff')
    const page = async (seq: number, limit: number) => {
      await one.connection.send({ t: 'page', conversation: ID, before: { log: 1, seq }, limit })
      await one.quiet()
      const frame = one.frames.at(-1)
      return frame?.t === 'page' ? [frame.events.map((event) => event.seq), frame.more] : frame?.t
    }
    expect(await page(5, 2)).toEqual([[3, 4], true])
    expect(await page(3, 2)).toEqual([[1, 2], false])
    expect(await page(90, 3)).toEqual([[3, 4, 5], true])
    await one.connection.send({ t: 'page', conversation: ID, before: { log: 7, seq: 3 }, limit: 3 })
    await one.quiet()
    expect(one.frames.at(-1)?.t).toBe('gone')
    await one.stop()
  })

  it('knows one conversation, and no desk for a visitor', async () => {
    const one = await viewer(replay(record), 'visitor')
    await one.connection.send({ t: 'follow', follow: { topic: 'desk' } })
    await one.connection.send({ t: 'follow', follow: { topic: 'conversation:another-one' } })
    await one.quiet()
    expect(one.frames.filter(({ t }) => t === 'gone')).toEqual([{ t: 'gone', topic: 'desk' }, { t: 'gone', topic: 'conversation:another-one' }])
    await one.stop()
  })

  it('does not start for a signal that is aborted, and ends quietly with one', async () => {
    const player = replay(record)
    const reason = new Error('enough')
    await expect(player.connect({ follow: [], signal: AbortSignal.abort(reason), credentials: () => undefined })).rejects.toBe(reason)
    const one = await viewer(player, 'visitor')
    await one.stop()
    await expect(one.connection.send({ t: 'unfollow', topic: 'me' })).rejects.toMatchObject({ code: 'transport/closed' })
  })

  it('is lost when its owner reads nothing', async () => {
    const player = replay(record)
    player.pause()
    const connection = await player.connect({ follow: [{ topic: `conversation:${ID}` }], signal: new AbortController().signal, credentials: () => undefined })
    for (let turn = 0; turn < 1_100; turn += 1) player.seek(turn % 2)
    await expect(collected(connection.frames)).rejects.toMatchObject({ code: 'transport/lost' })
  })
})

describe('createChat on a replay', () => {
  it('shows the conversation without a hub, refuses what is written, and keeps it on the screen as failed', async () => {
    const player = replay(record, { speed: 0 })
    expect(JSON.parse(player.chat.storage.get('any-key') ?? '')).toEqual({ conversation: ID, begun: true, outbox: [] })
    const chat = createChat(player.chat)
    onTestFinished(() => chat.destroy())
    const errors: string[] = []
    chat.on('error', (error) => errors.push(error.code))
    await chat.resume()
    await until(() => chat.$connection.get() === 'live')
    const texts = (): string[] => [...chat.$messages.get()].flatMap((row) => (row.type === 'message' ? [textOf(row.parts)] : []))
    await until(() => texts().length === 3)
    expect(texts()).toEqual(['Where is my card?', 'It left us on Monday.', 'Thank you!'])
    expect(chat.$state.get()).toMatchObject({ conversation: ID, phase: 'human' })
    chat.setVisible(true)
    await chat.sendMessage('Another thing')
    await until(() => errors.length > 0)
    expect(errors).toEqual(['client/refused'])
    await until(() => [...chat.$messages.get()].some((row) => row.type === 'message' && row.delivery === 'failed'))
    const [first = 0] = log.flatMap(({ type, seq }) => (type === 'message-sent' ? [seq] : []))
    player.seek(first)
    await until(() => texts().join() === 'Where is my card?,Another thing')
  })
})

describe('createDesk on a replay', () => {
  it('shows the conversation in its lists and as a thread, forwards and back', async () => {
    const player = replay(record, { as: 'staff' })
    player.pause()
    const desk = createDesk({ transport: player, credentials: () => undefined, me: { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } })
    onTestFinished(() => desk.destroy())
    await until(() => desk.$connection.get() === 'live')
    const thread = desk.open(ID)
    const kinds = (): string => [...thread.$rows.get()].map(({ type }) => type).join()
    player.seek(player.end)
    await until(() => thread.$header.get()?.seq === player.end)
    expect(kinds()).toContain('note')
    expect(desk.$mine.get()).toHaveLength(1)
    const [waiting = 0] = log.flatMap(({ type, seq }) => (type === 'handoff-requested' ? [seq] : []))
    player.seek(waiting)
    await until(() => desk.$queue.get().length === 1)
    await until(() => thread.$header.get()?.seq === waiting)
    expect(desk.$mine.get()).toHaveLength(0)
    expect(kinds()).not.toContain('note')
    expect(await thread.claim()).toMatchObject({ ok: false, refusal: { code: 'record/read-only' } })
    thread.setVisible(true)
    player.seek(player.end)
    await until(() => desk.$mine.get().length === 1)
    await settled()
    expect(thread.$gone.get()).toBe(false)
  })
})
