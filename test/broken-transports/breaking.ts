import type { ConnectOptions, Connection, HubLink, Transport } from '../../src/contracts/index.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'

/** Makes one fault: a transport over a hub, made by breaking a good one. */
export type Break = (hub: HubLink) => Transport

/** Another way to connect with the good transport. */
export const connecting = (hub: HubLink, connect: (good: Transport, options: ConnectOptions) => Promise<Connection>): Transport => {
  const good = inProcess(hub)
  return { ...good, connect: (options) => connect(good, options) }
}

/** The good transport with frames that pass through a fault, in the order in which the fault lets them go. */
export const passing = (hub: HubLink, fault: () => (frame: ServerFrame) => readonly ServerFrame[]): Transport =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    const through = fault()
    async function* frames(): AsyncGenerator<ServerFrame> {
      for await (const frame of connection.frames) yield* through(frame)
    }
    return { ...connection, frames: frames() }
  })

/** Whether a frame brings events, and not just the news that there are none. */
export const hasEvents = (frame: ServerFrame): boolean => frame.t === 'events' && frame.events.length > 0
