import type { ComponentChildren } from 'preact'
import { LateFailed, LateRoot } from '../ui/later.tsx'
import type { LateEnd } from '../ui/later.tsx'
import { PictureOrigins } from '../ui/picture-origins.ts'

export interface SurroundingsProps {
  readonly root: ShadowRoot
  /** Origins that pictures may come from. */
  readonly images: readonly string[]
  /** Hears of code that could not be fetched; the same function as long as the language is. */
  readonly failed: (error: unknown) => LateEnd
  readonly children: ComponentChildren
}

/** What parts of the panel, however deep, know of where they are. */
export const Surroundings = ({ root, images, failed, children }: SurroundingsProps) => (
  <LateRoot.Provider value={root}>
    <LateFailed.Provider value={failed}>
      <PictureOrigins.Provider value={images}>{children}</PictureOrigins.Provider>
    </LateFailed.Provider>
  </LateRoot.Provider>
)
