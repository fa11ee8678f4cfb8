import { createTokens } from '../../../src/hub/index.ts'
import { hurryTimers } from '../timing.ts'
import { KEY } from '../settings.ts'
import { lightClient } from './light-client.ts'
import type { HerdNews, HerdSettings } from './messages.ts'

/** Many light clients in one process. */
const { port, from, count, scale } = JSON.parse(process.argv[2] ?? '{}') as HerdSettings
hurryTimers(scale)

const tokens = createTokens(KEY)
let up = 0
let busy = 0
for (let number = from; number < from + count; number += 1) {
  const { token } = await tokens.issue({ sub: `visitor-herd-${number}`, role: 'visitor', name: 'Somebody' })
  lightClient({
    port,
    token,
    onUp: (change) => (up += change),
    onBusy: () => (busy += 1),
  })
}
const report = setInterval(() => process.send?.({ up, busy } satisfies HerdNews), 50)
process.on('disconnect', () => {
  clearInterval(report)
  process.exit(0)
})
