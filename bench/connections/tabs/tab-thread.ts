import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { TabsEnvironment } from '../../../src/client/index.ts'
import { dice } from '../../../src/testing/chaos/dice.ts'
import { http } from '../../../src/transports/http.ts'
import { createVisitor } from '../people.ts'
import { endpoint } from '../settings.ts'
import { hurryTimers } from '../timing.ts'
import type { FromTab, TabSettings, ToTab } from './messages.ts'
import { sharedStorage } from './shared-storage.ts'

/** One tab of a browser profile, in a thread of its own: it can be stopped as a whole, and killed. */
const { name, port, scale, seed, memory } = workerData as TabSettings
const parent = parentPort as MessagePort
hurryTimers(scale)
Math.random = dice(seed)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (message: FromTab): void => parent.postMessage(message)

interface LockRequest {
  grant(): void
  steal(): void
}
const requests = new Map<number, LockRequest>()
let count = 0

/** As the browser's, kept by the thread that all tabs belong to. */
const locks: TabsEnvironment['locks'] = {
  request: (lock, { steal = false, signal }, held) =>
    new Promise((resolve, reject) => {
      const request = (count += 1)
      let granted = false
      const over = (settle: () => void): void => {
        requests.delete(request)
        tell({ tells: 'release', request })
        settle()
      }
      requests.set(request, {
        grant() {
          granted = true
          void Promise.resolve(held()).then(() => over(() => resolve(undefined)))
        },
        steal: () => over(() => reject(new DOMException('Stolen.', 'AbortError'))),
      })
      signal?.addEventListener('abort', () => granted || over(() => reject(signal.reason as Error)))
      tell({ tells: 'request', request, name: lock, steal })
    }),
}
const tabs: TabsEnvironment = {
  locks,
  channel(topic) {
    const channel = new BroadcastChannel(topic)
    return {
      addEventListener: (type, listener) => channel.addEventListener(type, (event) => listener(event as MessageEvent<unknown>)),
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name
      postMessage: (message) => channel.postMessage(message),
      close: () => channel.close(),
    }
  },
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: Math.random,
}

const asking: typeof fetch = (address, init) => {
  if (/\/(stream|poll)/.test(String(address))) tell({ tells: 'asks' })
  return fetch(address, init)
}
const visitor = createVisitor({
  name,
  port,
  // the profile is its name: threads of other runs are in other processes
  more: { tabs, storage: sharedStorage(memory), storageKey: name, transport: http({ endpoint: endpoint(port), fetch: asking }) },
  onChange: () =>
    tell({
      tells: 'thread',
      conversation: visitor.conversation(),
      messages: visitor.messages(),
      acked: visitor.confirmed(),
      state: visitor.state(),
    }),
})

parent.on('message', (message: ToTab) => {
  if (message.do === 'write') visitor.write(message.text)
  if (message.do === 'ask-human') void visitor.askHuman()
  if (message.do === 'resume') void visitor.resume()
  if (message.do === 'freeze') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, message.ms)
  if (message.do === 'granted') requests.get(message.request)?.grant()
  if (message.do === 'stolen') requests.get(message.request)?.steal()
})
