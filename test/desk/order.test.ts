import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HandbackError, textOf } from '../../src/protocol/index.ts'
import { claimed, conversation, events, hello, openDesk, settle, snapshot } from './world.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const down = new HandbackError('transport/unreachable', 'Down.', { retryable: true })

/** The texts that came up, the first time each. */
const written = (commands: readonly { readonly data: unknown }[]): string[] => [
  ...new Set(commands.map(({ data }) => textOf((data as { readonly parts: Parameters<typeof textOf>[0] }).parts))),
]

describe('what a desk sends', () => {
  it('keeps its order when one POST fails and the next would not', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).refuse(down)
    void thread.sendMessage('one')
    await settle()
    hub(0).refuse(null)
    // the first waits for its next try, and must not be overtaken
    void thread.sendMessage('two')
    await settle()
    void thread.sendMessage('three')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(written(hub(0).commands('message-send'))).toEqual(['one', 'two', 'three'])
  })

  it('still unfollows what is closed while something waits for its next try', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).refuse(down)
    void thread.sendMessage('one').catch(() => undefined)
    await settle()
    hub(0).refuse(null)
    thread.close()
    await settle()
    expect(hub(0).of('unfollow')).toEqual([{ t: 'unfollow', topic: `conversation:${conversation}` }])
  })
})

describe('after a loss a desk is syncing', () => {
  it('until its list and each open thread have come', async () => {
    const { desk, nextAttempt, open } = await openDesk()
    await open(claimed)
    const attempt = await nextAttempt()
    attempt.push(hello, { t: 'desk', entries: [] })
    await settle()
    expect(desk.$connection.get()).toBe('syncing')
    attempt.push(events())
    await settle()
    expect(desk.$connection.get()).toBe('live')
  })

  it.each(['a thread that is gone', 'a thread that is closed meanwhile', 'a snapshot'])('but does not wait for more than that: %s', async (what) => {
    const { desk, nextAttempt, open } = await openDesk()
    const thread = await open(claimed)
    const attempt = await nextAttempt()
    attempt.push(hello, { t: 'desk', entries: [] })
    await settle()
    if (what === 'a snapshot') attempt.push(snapshot(claimed))
    else if (what === 'a thread that is gone') attempt.push({ t: 'gone', topic: `conversation:${conversation}` })
    else thread.close()
    await settle()
    expect(desk.$connection.get()).toBe('live')
  })
})
