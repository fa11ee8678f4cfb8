import type { HubRequest, Transport } from '../../src/contracts/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import type { Break } from './breaking.ts'

/** Another way to ask with the good transport. */
const asking =
  (ask: (good: Required<Transport>, asked: HubRequest) => Promise<Response>): Break =>
  (hub) => {
    const good = inProcess(hub) as Required<Transport>
    return { ...good, request: (asked) => ask(good, asked) }
  }

export const losesTheQuery = asking((good, asked) => good.request({ ...asked, path: asked.path.replace(/\?.*/, '') }))

export const readsAsText = asking(async (good, asked) => {
  const answer = await good.request(asked)
  return new Response(await answer.text(), { status: answer.status })
})

export const callsItARefusal = asking(async (good, asked) => {
  try {
    return await good.request(asked)
  } catch (cause) {
    throw new HandbackError('transport/protocol', 'It failed.', { cause })
  }
})

export const asksAgain = asking((good, asked) => good.request(asked).catch(() => good.request(asked)))

export const goesOnRegardless = asking((good, { signal: _, ...asked }) => good.request(asked))

export const countsBackwards = asking(async (good, asked) => {
  const answer = await good.request(asked)
  for (const left of [2, 1]) asked.onProgress?.(left)
  return answer
})
