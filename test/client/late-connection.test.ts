import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { until } from '../hub/until.ts'
import { scriptedTransport } from './scripted-transport.ts'

/** Modules anew, as on a page that has loaded none of the policy yet. */
async function page() {
  vi.resetModules()
  const { createLateConnection } = await import('../../src/client/late-connection.ts')
  const { latePart } = await import('../../src/client/late-part.ts')
  const loads: { resolve(): void; reject(): void }[] = []
  const load = () =>
    new Promise<unknown>((resolve, reject) => {
      loads.push({
        resolve: () => void latePart.load().then(resolve),
        reject: () => reject(new HandbackError('client/unavailable', 'No.', { retryable: true })),
      })
    })
  const source = {
    load,
    asking: latePart.asking,
    get part() {
      return latePart.part
    },
  }
  const transport = scriptedTransport()
  const connection = createLateConnection({ transport, onFrame: () => undefined, follow: () => [{ topic: 'me' }] }, source)
  const states: string[] = []
  connection.$state.listen((state) => states.push(state))
  onTestFinished(connection.stop)
  return { connection, loads, states, transport }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('a connection whose policy is loaded when it is first wanted', () => {
  test('loads nothing before its start, connects once it is there, and at once from then on', async () => {
    const { connection, loads, states, transport } = await page()
    expect([loads.length, connection.$state.get()]).toEqual([0, 'idle'])
    connection.start()
    connection.start()
    expect([loads.length, states]).toEqual([1, ['connecting']])
    await expect(connection.send({ t: 'unfollow', topic: 'me' })).rejects.toMatchObject({ code: 'transport/closed' })
    loads[0]?.resolve()
    await until(() => states.at(-1) === 'syncing')
    connection.stop()
    expect([states.at(-1), transport.attempts.length]).toEqual(['idle', 1])
    connection.start()
    await until(() => transport.attempts.length === 2)
    expect(loads).toHaveLength(1)
  })

  test('has no life of a start that was stopped meanwhile, and one of the next', async () => {
    const { connection, loads, transport } = await page()
    connection.start()
    connection.stop()
    connection.start()
    expect(loads).toHaveLength(2)
    for (const { resolve } of loads) resolve()
    await until(() => transport.open === 1)
    await vi.advanceTimersByTimeAsync(0)
    expect(transport.attempts).toHaveLength(1)
    connection.stop()
    await until(() => transport.open === 0)
  })

  test('says why where the policy cannot be loaded, and asks for it again every five seconds until it is stopped', async () => {
    const { connection, loads, transport } = await page()
    connection.start()
    loads[0]?.reject()
    await until(() => connection.$state.get() === 'offline')
    expect(connection.$error.get()?.code).toBe('client/unavailable')
    await vi.advanceTimersByTimeAsync(4_999)
    expect(loads).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    loads[1]?.reject()
    await vi.advanceTimersByTimeAsync(5_000)
    loads[2]?.resolve()
    await until(() => connection.$state.get() === 'syncing')
    expect([transport.attempts.length, connection.$error.get()]).toEqual([1, null])
    const other = await page()
    other.connection.start()
    other.loads[0]?.reject()
    await until(() => other.connection.$state.get() === 'offline')
    other.connection.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([other.loads.length, other.connection.$state.get()]).toEqual([1, 'idle'])
  })
})
