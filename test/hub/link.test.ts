import { describe, expect, test } from 'vitest'
import type { Sink } from '../../src/contracts/index.ts'
import { createLinks } from '../../src/hub/links.ts'
import type { ClientFrame } from '../../src/protocol/index.ts'
import { settled } from './until.ts'
import { maria } from './world.ts'

describe('what a link sends', () => {
  const open = (receive: (frame: ClientFrame) => Promise<void>, files = false) => {
    const errors: unknown[] = []
    const written: string[] = []
    let closed = 0
    const links = createLinks({
      now: () => 1_000,
      files,
      receive: (_, frame) => receive(frame),
      head: () => undefined,
      onOpen: () => undefined,
      onClose: () => undefined,
      onError: (error) => errors.push(error),
    })
    const sink: Sink = { write: (bytes) => (written.push(new TextDecoder().decode(bytes)), 'ok'), close: () => void (closed += 1) }
    return { link: links.open({ ...maria, expires: 61_000 }, sink), links, errors, written, closed: () => closed }
  }
  const frame: ClientFrame = { t: 'unfollow', topic: 'me' }

  test('is answered by a hello that says when its token ends, and whose it is', () => {
    expect(open(async () => undefined).written).toEqual([expect.stringMatching(/"t":"hello".*"expires":61000,"you":{"kind":"visitor","id":"visitor-maria"}/)])
  })

  test('is told in the hello whether files are taken', () => {
    const hello = (files: boolean) => JSON.parse(String(open(async () => undefined, files).written[0]?.replace(/^data: /, '')))
    expect([hello(true), hello(false)]).toMatchObject([{ t: 'hello', files: true }, { t: 'hello', files: false }])
  })

  test('ends it when the hub fails over it, and is told', async () => {
    const broken = new Error('Broken.')
    const { link, links, errors, closed } = open(() => Promise.reject(broken))
    await link.receive(frame)
    expect([errors, link.ended, closed(), links.get(link.id)]).toEqual([[broken], true, 1, undefined])
    await link.receive(frame)
    expect(errors).toHaveLength(1)
  })

  test('is taken one after the other, and not after its end', async () => {
    const taken: (() => void)[] = []
    const { link } = open(() => new Promise((resolve) => taken.push(resolve)))
    const all = [1, 2, 3].map(() => link.receive(frame))
    await settled()
    expect(taken).toHaveLength(1)
    taken[0]?.()
    await settled()
    expect(taken).toHaveLength(2)
    link.close()
    taken[1]?.()
    await Promise.all(all)
    expect(taken).toHaveLength(2)
  })
})
