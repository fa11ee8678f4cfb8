import { useContext, useState } from 'preact/hooks'
import { LateFailed, later } from '../later.tsx'
import type { AttachmentPart } from '../../protocol/index.ts'
import type { TrayProps, TrayState } from './tray.tsx'

export const Tray = later(() => import('./tray.tsx'), (module) => module.Tray)

const none: readonly never[] = []

/** The files of a box that is being written in, and their code, which is fetched at the first of them. */
export function useTray() {
  const failed = useContext(LateFailed)
  /** Chosen, and not in the tray yet. */
  const [picked, setPicked] = useState<readonly File[]>(none)
  const [here, setHere] = useState(false)
  const [tray, setTray] = useState<TrayState>()
  const parts: readonly AttachmentPart[] = tray?.parts ?? none
  return {
    parts,
    /** Nothing can be sent yet. */
    waits: picked.length > 0 || tray?.waits === true,
    /** There is no place for any, as one of them has shown. */
    off: tray?.off,
    tell: () => tray?.tell(),
    clear: () => tray?.clear(),
    add(files: readonly File[]) {
      setPicked((before) => [...before, ...files])
      Tray.load().then(() => setHere(true), (error: unknown) => {
        // what was written can be sent all the same
        setPicked(none)
        const end = failed(error)
        if (end) end(false)
      })
    },
    /** What the tray is shown with, once it can be. */
    shown: here ? { picked, onTaken: () => setPicked(none), onState: setTray } satisfies Partial<TrayProps> : undefined,
  }
}
