import { Worker } from 'node:worker_threads'
import type { Message, Written } from '../comparison.ts'
import type { Visitor, VisitorOptions } from '../people.ts'
import { until } from '../timing.ts'
import { lockKeeper } from './lock-keeper.ts'
import type { FromTab, TabSettings, ToTab } from './messages.ts'
import { lockStorage } from './shared-storage.ts'

const TABS = 8
/** No tab takes so long to lead, in ms. */
const PATIENCE = 30_000
/** More than a record with a full outbox takes. */
const STORAGE_BYTES = 4_000_000

type Thread = Extract<FromTab, { tells: 'thread' }>

interface Tab {
  readonly number: number
  readonly worker: Worker
  thread?: Thread
  /** Nobody can write in it until then. */
  frozen: number
  /** When it last asked the hub for a connection. */
  asked: number
}

/** A visitor with eight tabs of one browser profile. */
export interface Profile extends Visitor {
  /** Ends or stops the tab that leads, and resolves with how many ms it takes until another one leads; `Infinity`: none does. */
  loseLeader(how: 'closed' | 'frozen', ms: number): Promise<number>
}

export const createProfile =
  (scale: number, seed: number) =>
  ({ name, port }: VisitorOptions): Profile => {
    const memory = new SharedArrayBuffer(STORAGE_BYTES)
    const locks = lockKeeper()
    const written: Written[] = []
    const tabs = new Set<Tab>()

    function open(number: number): void {
      const settings: TabSettings = { name, port, scale, seed: seed * 100 + number, memory }
      const tab: Tab = { number, frozen: 0, asked: 0, worker: new Worker(new URL('./tab-thread.ts', import.meta.url), { workerData: settings }) }
      tabs.add(tab)
      tab.worker.on('message', (message: FromTab) => {
        if (!tabs.has(tab)) return
        locks.hear(tab.worker, message)
        if (message.tells === 'asks') tab.asked = performance.now()
        if (message.tells !== 'thread') return
        tab.thread = message
        for (const each of written) if (message.acked.includes(each.text)) each.acked ??= performance.now()
      })
    }
    for (let number = 0; number < TABS; number += 1) open(number)
    const all = (): readonly Tab[] => [...tabs]
    function some(): Tab | undefined {
      const awake = all().filter(({ frozen }) => frozen < performance.now())
      return awake[Math.floor(Math.random() * awake.length)]
    }
    /** Who has the lock, and has asked the hub for a connection since then. */
    const leader = (since = 0): Tab | undefined => all().find((tab) => tab.asked > since && tab.worker === locks.holder())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    const tell = (tab: Tab | undefined, message: ToTab): void => tab?.worker.postMessage(message)

    function write(text: string): void {
      const tab = some()
      written.push({ by: 'visitor', who: `${name} in tab ${tab?.number}`, text, at: performance.now() })
      tell(tab, { do: 'write', text })
    }
    return {
      written,
      write,
      conversation: () => all()[0]?.thread?.conversation ?? null,
      state: () => all().map(({ thread }) => thread?.state ?? 'new').find((state) => state !== 'live' && state !== 'polling') ?? 'live',
      drops: () => 0,
      reached: () => 0,
      async begin() {
        written.push({ by: 'visitor', who: name, text: `${name} begins`, at: performance.now() })
        const [first, ...others] = all()
        tell(first, { do: 'write', text: `${name} begins` })
        tell(first, { do: 'ask-human' })
        for (const tab of others) tell(tab, { do: 'resume' })
      },
      views: (): Message[][] => all().map(({ thread }) => [...(thread?.messages ?? [])]),
      async loseLeader(how, ms) {
        const old = await until(() => leader(), PATIENCE)
        if (!old) return Infinity
        const start = performance.now()
        if (how === 'frozen') {
          old.frozen = start + ms + 100
          tell(old, { do: 'freeze', ms })
        } else {
          tabs.delete(old)
          // a browser's storage would outlive a tab that dies while it writes
          const release = lockStorage(memory)
          await old.worker.terminate()
          release()
          locks.gone(old.worker)
        }
        const next = await until(() => leader(start) !== old && leader(start), PATIENCE)
        return next ? performance.now() - start : Infinity
      },
      stop() {
        for (const { worker } of tabs) void worker.terminate()
      },
    }
  }
