import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Transport } from '../../src/contracts/index.ts'
import { plainPoll } from '../../examples/custom-transport/plain-poll.ts'
import { plainPollServer } from '../../examples/custom-transport/plain-poll-server.ts'
import { transportSuite } from '../../src/testing/index.ts'
import { kitTest } from '../stores/kit-test.ts'

describe('the transport of the tutorial passes the kit', () => {
  transportSuite(kitTest, {
    mode: 'poll',
    supports: { signals: true },
    async serve(hub) {
      const server = plainPollServer(hub).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      const through = (at: number): Transport => plainPoll(`http://127.0.0.1:${at}`)
      const close = async (): Promise<void> => {
        server.closeAllConnections()
        server.close()
        await once(server, 'close')
      }
      return { transport: through(port), port, through, close }
    },
  })
})

test('the transport of the tutorial takes less than 120 lines', () => {
  const text = readFileSync(new URL('../../examples/custom-transport/plain-poll.ts', import.meta.url), 'utf8')
  expect(text.trimEnd().split('\n').length).toBeLessThan(120)
})
