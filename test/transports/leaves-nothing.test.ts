import { getEventListeners } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Transport } from '../../src/contracts/index.ts'
import { serveLinks } from '../../src/hub/adapters/tabs/serve-links.ts'
import { newId } from '../../src/internal/ids.ts'
import { type LinesEnvironment, browserLines } from '../../src/internal/tab-lines.ts'
import { kitHub } from '../../src/testing/transport/kit-hub.ts'
import { broadcastChannel } from '../../src/transports/broadcast-channel.ts'
import { longPoll, shortPoll, sse } from '../../src/transports/http.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { webSocket } from '../../src/transports/websocket.ts'
import { until } from '../hub/until.ts'
import { serveKit } from './kit-servers.ts'

type Kit = ReturnType<typeof kitHub>
const times = { helloTimeout: 1_000, interval: 50, wait: 2_000 }
const served = (make: (endpoint: string) => Transport) => async (kit: Kit): Promise<Transport> => {
  const { transport, close } = await serveKit(kit, make)
  onTestFinished(async () => close())
  return transport
}
const ways: Readonly<Record<string, (kit: Kit) => Promise<Transport>>> = {
  'in process': async (kit) => inProcess(kit),
  'server-sent events': served((endpoint) => sse({ ...times, endpoint })),
  'long polling': served((endpoint) => longPoll({ ...times, endpoint })),
  'short polling': served((endpoint) => shortPoll({ ...times, endpoint })),
  'a WebSocket': served((endpoint) => webSocket({ ...times, endpoint })),
  async 'a broadcast channel'(kit) {
    const name = newId()
    onTestFinished(serveLinks(kit, { name, environment: browserLines() as LinesEnvironment, onError: () => undefined }))
    return broadcastChannel({ name })
  },
}

describe.each(Object.keys(ways))('%s', (way) => {
  test('leaves nothing on the signal of its owner, who may use it for many attempts', async () => {
    const kit = kitHub()
    onTestFinished(kit.close)
    const transport = await ways[way]?.(kit)
    const { signal } = new AbortController()
    const attempt = async (token = kit.issue()) => transport?.connect({ follow: [{ topic: 'me' }], signal, credentials: () => token })
    await expect(attempt('nobody-gave-this')).rejects.toMatchObject({ code: 'transport/unauthorized' })
    const refused = transport?.connect({ follow: [], signal, credentials: () => Promise.reject(new Error('No.')) })
    await expect(refused).rejects.toMatchObject({ code: 'transport/unreachable' })
    await (await attempt())?.close()
    const read = async (): Promise<void> => {
      for await (const frame of (await attempt())?.frames ?? []) if (frame.t === 'bye') break
    }
    const reading = read().catch(() => undefined)
    await until(() => kit.links.filter(({ open }) => open).length === 1 && kit.links.length === 2)
    kit.links.at(-1)?.end()
    await reading
    await until(() => getEventListeners(signal, 'abort').length === 0)
    expect([kit.links.length, kit.open]).toEqual([2, 0])
  })
})
