import { same, take } from '../check.ts'
import type { SignalData } from '../../protocol/index.ts'
import { storeSignal } from '../store-fixtures.ts'
import type { StoreCheck } from '../event-store-suite.ts'

export const busChecks: readonly StoreCheck[] = [
  ['a signal reaches every subscriber of its topic and nobody else', async (store) => {
    const { signal } = new AbortController()
    const subscribers = [1, 2].map((number) => take(store.subscribe('conversation:a', { signal }), 2, `subscriber ${number}`))
    const other = take(store.subscribe('conversation:b', { signal }), 1, 'the subscriber of another topic')
    store.publish('conversation:nobody', storeSignal('typing:x'))
    store.publish('conversation:a', storeSignal('typing:a'))
    store.publish('conversation:a', storeSignal('queue', { type: 'queue', place: 2 }))
    store.publish('conversation:b', storeSignal('typing:b'))
    for (const subscriber of subscribers) {
      same(await subscriber, [storeSignal('typing:a'), storeSignal('queue', { type: 'queue', place: 2 })], 'signals of the topic')
    }
    same(await other, [storeSignal('typing:b')], 'signals of the other topic')
  }],

  ['a signal is a copy for each subscriber', async (store) => {
    const { signal } = new AbortController()
    const subscribers = [1, 2].map((number) => take(store.subscribe('topic', { signal }), 1, `subscriber ${number}`))
    const data = { type: 'queue', place: 1 } satisfies SignalData
    store.publish('topic', storeSignal('queue', data))
    data.place = 9
    for (const subscriber of subscribers) {
      const [received] = await subscriber
      same(received?.data, { type: 'queue', place: 1 }, 'the signal as it was published')
      Object.assign(received?.data ?? {}, { place: 7 })
    }
  }],
]
