import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DeskThread } from '../desk/index.ts'
import type { Id } from '../protocol/index.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'

/**
 * Follows the agent's own conversations, for their unread marks and so that changing over is instant, and the one on
 * screen; lets go of every other.
 */
export function useOpenThreads(selected: Id | null): void {
  const { desk } = useEnvironment()
  const mine = useStore(desk.$mine)
  const open = useRef(new Map<Id, DeskThread>())

  useLayoutEffect(() => {
    const wanted = new Set(mine.map(({ conversation }) => conversation))
    if (selected) wanted.add(selected)
    for (const [conversation, thread] of open.current) {
      if (wanted.has(conversation)) continue
      open.current.delete(conversation)
      thread.close()
    }
    for (const conversation of wanted) open.current.set(conversation, desk.open(conversation))
  }, [desk, mine, selected])

  // Layout effects are undone at once, passive ones after a paint: by then the owner may have destroyed the desk.
  useLayoutEffect(
    () => () => {
      for (const thread of open.current.values()) thread.close()
      open.current.clear()
    },
    [desk],
  )
}
