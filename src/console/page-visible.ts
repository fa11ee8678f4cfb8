import { useLayoutEffect } from 'preact/hooks'
import type { DeskThread } from '../desk/index.ts'

/** Tells a thread whether it is looked at: on screen, in a page that is in front. */
export function useVisible(thread: DeskThread): void {
  useLayoutEffect(() => {
    const tell = (): void => thread.setVisible(document.visibilityState === 'visible')
    tell()
    document.addEventListener('visibilitychange', tell)
    return () => {
      document.removeEventListener('visibilitychange', tell)
      thread.setVisible(false)
    }
  }, [thread])
}
