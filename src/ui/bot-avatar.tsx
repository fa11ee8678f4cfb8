import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'

export interface FaceProps {
  readonly size: number
  readonly bot: boolean
  readonly children: ComponentChildren
}

/** The assistant has a square, people have circles: told apart by shape, not colour alone. */
export const Face = ({ size, bot, children }: FaceProps) => (
  <span
    class={bot ? 'avatar bot' : 'avatar'}
    part="avatar"
    aria-hidden="true"
    style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.4}px` }}
  >
    {children}
  </span>
)

/** The assistant without a picture of its own. */
export const BotAvatar = ({ size }: { readonly size: number }) => <Face size={size} bot><Icon name="spark" size={size * 0.6} /></Face>
