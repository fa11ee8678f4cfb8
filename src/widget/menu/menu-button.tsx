import type { RefObject } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { Icon } from '../../ui/icons.tsx'
import { later } from '../../ui/later.tsx'
import type { Strings } from '../../ui/strings.ts'
import type { MenuProps } from './menu.tsx'

const Menu = later(() => import('./menu.tsx'), (module) => module.Menu)
/** It is asked from the menu, and comes with it. */
export const EndQuestion = later(() => import('./menu.tsx'), (module) => module.AskedEnd)

export interface MenuButtonProps extends Omit<MenuProps, 'id' | 'last' | 'button' | 'onClose'> {
  readonly strings: Strings
  readonly button: RefObject<HTMLButtonElement | null>
}

const keys: Readonly<Record<string, 'first' | 'last'>> = { ArrowDown: 'first', ArrowUp: 'last' }

/** Opens what is seldom needed. The code behind it is fetched when somebody comes near. */
export function MenuButton({ strings, button, ...menu }: MenuButtonProps) {
  const id = useId()
  const [open, setOpen] = useState<'first' | 'last'>()
  const close = () => setOpen(undefined)
  useEffect(() => {
    if (!open) return
    // what stands hears of that by itself
    const away = (event: Event) => Menu.part() || event.composedPath().includes(button.current as EventTarget) || close()
    addEventListener('pointerdown', away, true)
    return () => removeEventListener('pointerdown', away, true)
  }, [open])
  // who presses it is told if it fails
  const prepare = () => void Menu.load().catch(close)
  return (
    <>
      <button
        ref={button}
        class="round"
        part="header-button"
        aria-label={strings.menu}
        title={strings.menu}
        // by a press, Safari gives the focus to no button that does not say so
        tabIndex={0}
        aria-haspopup="menu"
        aria-expanded={!!open}
        aria-controls={open && id}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setOpen(open ? undefined : 'first')}
        onKeyDown={(event) => {
          const next = keys[event.key]
          if (!next && (!open || event.key !== 'Escape')) return
          event.preventDefault()
          event.stopPropagation()
          setOpen(next)
        }}
      >
        <Icon name="menu" />
      </button>
      {open && <Menu {...menu} id={id} strings={strings} last={open === 'last'} button={button} onClose={close} onAway={close} />}
    </>
  )
}
