import { iconPaths } from './icon-paths.ts'
import type { IconName } from './icon-paths.ts'

export type { IconName } from './icon-paths.ts'

export interface DrawnProps {
  /** On a field of 24. */
  readonly path: string
  readonly size?: number
}

/** Drawn in JSX: no request, no markup strings. All are decoration; their button carries the name. */
export const Drawn = ({ path, size = 20 }: DrawnProps) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={path} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)

/** @example <Icon name="send" /> */
export const Icon = ({ name, size }: { readonly name: IconName; readonly size?: number }) => <Drawn path={iconPaths[name]} {...(size !== undefined && { size })} />
