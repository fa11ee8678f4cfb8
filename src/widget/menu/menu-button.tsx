import type { RefObject } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Icon } from '../../ui/icons.tsx'
import { later } from '../../ui/later.tsx'
import type { Strings } from '../../ui/strings.ts'
import type { MenuProps } from './menu.tsx'

const Menu = later(() => import('./menu.tsx'), (module) => module.Menu)
/** It is asked from the menu, and comes with it. */
export const EndQuestion = later(() => import('./menu.tsx'), (module) => module.EndQuestion)

export interface MenuButtonProps extends Omit<MenuProps, 'id' | 'last' | 'button' | 'onClose'> {
  readonly strings: Strings
  readonly button: RefObject<HTMLButtonElement | null>
}

/** Opens what is seldom needed. The code behind it is fetched when somebody comes near. */
export function MenuButton({ strings, button, ...menu }: MenuButtonProps) {
  const id = useId()
  const [open, setOpen] = useState<'first' | 'last'>()
  // who presses it is told if it fails; by then they have gone on, and it must not open by itself when it comes after all
  const prepare = () => void Menu.load().catch(() => setOpen(undefined))
  if (open) prepare()
  return (
    <>
      <button
        ref={button}
        class="round"
        part="header-button"
        aria-label={strings.menu}
        title={strings.menu}
        aria-haspopup="menu"
        aria-expanded={!!open}
        aria-controls={open && id}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setOpen(open ? undefined : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(event.key === 'ArrowUp' ? 'last' : 'first')
        }}
      >
        <Icon name="menu" />
      </button>
      {open && <Menu {...menu} id={id} strings={strings} last={open === 'last'} button={button} onClose={() => setOpen(undefined)} />}
    </>
  )
}
