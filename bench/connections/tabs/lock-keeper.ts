import type { Worker } from 'node:worker_threads'
import type { FromTab, ToTab } from './messages.ts'

interface Request {
  readonly tab: Worker
  readonly request: number
}

/** The locks of one browser profile: first come, first served; a thief takes at once; who is gone frees them. */
export function lockKeeper() {
  const holders = new Map<string, Request>()
  const lines = new Map<string, Request[]>()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const tell = ({ tab }: Request, message: ToTab): void => tab.postMessage(message)

  function grant(name: string, to: Request | undefined): void {
    if (!to) return void holders.delete(name)
    holders.set(name, to)
    tell(to, { do: 'granted', request: to.request })
  }
  /** Takes out every request that is meant; the next in line gets what was held. */
  function remove(meant: (each: Request) => boolean): void {
    for (const [name, line] of lines) lines.set(name, line.filter((each) => !meant(each)))
    for (const [name, holder] of [...holders]) if (meant(holder)) grant(name, lines.get(name)?.shift())
  }
  return {
    hear(tab: Worker, message: FromTab): void {
      if (message.tells === 'release') remove((each) => each.tab === tab && each.request === message.request)
      if (message.tells !== 'request') return
      const { name, request, steal } = message
      const holder = holders.get(name)
      if (!holder || steal) {
        if (holder) tell(holder, { do: 'stolen', request: holder.request })
        return grant(name, { tab, request })
      }
      lines.set(name, [...(lines.get(name) ?? []), { tab, request }])
    },
    /** Who holds any of them. */
    holder: (): Worker | undefined => [...holders.values()][0]?.tab,
    gone: (tab: Worker): void => remove((each) => each.tab === tab),
  }
}
