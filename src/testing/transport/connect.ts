import type { Connection, Credentials } from '../../contracts/index.ts'
import { HandbackError, isHandbackError } from '../../protocol/index.ts'
import { chaosProxy } from '../chaos-proxy.ts'
import { background, check, eventually, same, within } from '../check.ts'
import type { OpenOptions, TransportCheck } from './bench.ts'
import { say } from './bench.ts'

/** How an attempt failed: the code of our error and whether it is retryable, or what else came of it. */
async function failure(attempt: Promise<Connection>, what: string): Promise<string> {
  const told = (error: unknown): string =>
    isHandbackError(error) ? `${error.code}, ${error.retryable ? 'retryable' : 'not retryable'}` : `not an error of ours: ${String(error)}`
  return within(attempt.then(() => 'it connected', told), what)
}

/** What an attempt rejected with. */
async function reasonOf(attempt: Promise<Connection>, what: string): Promise<unknown> {
  return within(attempt.then(() => 'it connected', (error: unknown) => error), what)
}

export const connectChecks: readonly TransportCheck[] = [
  ['hello comes first, and once', async ({ open, hub }) => {
    const { reading } = await open()
    hub.append(['after it'])
    await reading.until((frames) => frames.some((frame) => frame.t === 'events' && frame.events.length > 0), 'an event after hello')
    same(reading.all[0]?.t, 'hello', 'the first frame')
    same(reading.all.filter(({ t }) => t === 'hello').length, 1, 'how often hello came')
  }],

  ['credentials are asked for once by each attempt, as for the first time', async ({ open, hub }) => {
    for (const attempt of ['the first connection', 'the second connection']) {
      const asked: string[] = []
      const { connection, reading } = await open({
        credentials(why) {
          asked.push(why)
          return hub.issue()
        },
      })
      await within(connection.send(say(attempt)), `${attempt}: sending`)
      await reading.find('ack', `${attempt}: the ack`)
      await within(connection.close(), `${attempt}: closing`)
      same(asked, ['first'], attempt)
    }
  }],

  ['each attempt shows the token that it was given, and no older one', async ({ open, hub, links }) => {
    const first = hub.issue()
    await (await open({ credentials: () => first })).connection.close()
    // a goodbye may show it a last time
    await links(0, 'after the first connection')
    const before = hub.shown.length
    const second = hub.issue()
    const { connection, reading } = await open({ credentials: async () => second })
    await within(connection.send(say('with the second')), 'sending')
    await reading.find('ack', 'the ack')
    const shown = hub.shown.slice(before)
    check(shown.length > 0, 'the second attempt shows no token at all')
    same(shown.filter((token) => token !== second), [], 'other tokens that the second attempt showed')
  }],

  ['a token that the hub does not know, and none, are transport/unauthorized and not retryable', async ({ connect, hub, links }) => {
    const revoked = hub.issue()
    hub.revoke(revoked)
    for (const token of [revoked, undefined]) {
      same(await failure(connect({ credentials: () => token }), 'connecting'), 'transport/unauthorized, not retryable', `with ${token ?? 'no token'}`)
    }
    await links(0, 'after the refusal')
  }],

  ['credentials that fail make the attempt fail with an error of ours', async ({ connect, hub }) => {
    const thrown = new Error('No session.')
    const ways: Readonly<Record<string, Credentials>> = {
      rejected: () => Promise.reject(thrown),
      threw: () => {
        throw thrown
      },
    }
    for (const [what, credentials] of Object.entries(ways)) {
      let error: unknown
      const attempt = connect({ credentials }).catch((reason: unknown) => {
        error = reason
        throw reason
      })
      same(await failure(attempt, 'connecting'), 'transport/unreachable, retryable', `credentials that ${what}`)
      check(error instanceof Error && error.cause === thrown, `credentials that ${what}: what they threw is the error’s cause`)
    }
    const ours = new HandbackError('client/session-over', 'No session.')
    const reason = await reasonOf(connect({ credentials: () => Promise.reject(ours) }), 'connecting')
    check(reason === ours, `credentials that rejected with an error of ours: wanted the same error, but ${String(reason)}`)
    same({ shown: hub.shown.length, links: hub.links.length }, { shown: 0, links: 0 }, 'the work that was started')
  }],

  ['a hub that fails, and one that is not there, are transport/unreachable and retryable', async ({ connect, hub, served, links }) => {
    const expect = async (options: OpenOptions, what: string): Promise<void> =>
      same(await failure(connect(options), what), 'transport/unreachable, retryable', what)
    if (served.port !== undefined && served.through) {
      const proxy = await chaosProxy({ target: served.port })
      const transport = served.through(proxy.port)
      try {
        proxy.set({ refuse: true })
        await expect({ transport }, 'a line that is refused')
      } finally {
        await proxy.close()
      }
      await expect({ transport }, 'nobody there')
    }
    hub.fail()
    await expect({}, 'a hub that fails')
    await links(0, 'after the failure')
  }],

  ['already aborted: it rejects with the reason, and no work starts', async ({ connect, hub }) => {
    let asked = 0
    const reason = new Error('Aborted before.')
    const attempt = connect({
      signal: AbortSignal.abort(reason),
      credentials() {
        asked += 1
        return hub.issue()
      },
    })
    check((await reasonOf(attempt, 'connecting')) === reason, 'an attempt that is already aborted rejects with the signal’s reason')
    same({ asked, shown: hub.shown.length, links: hub.links.length }, { asked: 0, shown: 0, links: 0 }, 'the work that was started')
  }],

  ['aborting while credentials are asked for rejects with the reason', async ({ connect, hub }) => {
    const life = new AbortController()
    const reason = new Error('Aborted meanwhile.')
    const attempt = background(connect({
      signal: life.signal,
      credentials() {
        queueMicrotask(() => life.abort(reason))
        return new Promise(() => undefined)
      },
    }))
    check((await reasonOf(attempt, 'the abort')) === reason, 'an aborted attempt rejects with the signal’s reason')
    same({ shown: hub.shown.length, links: hub.links.length }, { shown: 0, links: 0 }, 'the work that was started')
  }],

  ['aborting while the hub is asked rejects with the reason and leaves no link', async ({ connect, hub, links }) => {
    const life = new AbortController()
    const reason = new Error('Aborted meanwhile.')
    const release = hub.hold()
    const attempt = background(connect({ signal: life.signal }))
    await eventually(async () => check(hub.shown.length > 0, 'the hub was not asked'))
    life.abort(reason)
    check((await reasonOf(attempt, 'the abort')) === reason, 'an aborted attempt rejects with the signal’s reason')
    release()
    await links(0, 'after the abort')
  }],
]
