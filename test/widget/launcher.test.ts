// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { launcherEnglish } from '../../src/ui/launcher-strings.ts'
import { createLauncher } from '../../src/widget/launcher.ts'

const make = (render?: (unread: number) => Node | undefined) => {
  const root = document.createElement('div').attachShadow({ mode: 'open' })
  let pressed = 0
  const errors: unknown[] = []
  const launcher = createLauncher(root, launcherEnglish, () => (pressed += 1), (error) => errors.push(error), render)
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)
  return { launcher, find, errors, pressed: () => pressed }
}

test('the launcher says how many messages are unread, to be seen and heard', () => {
  const { launcher, find } = make()
  expect([find('.unread')?.hidden, launcher.button.getAttribute('aria-label')]).toEqual([true, 'Open chat'])
  launcher.setUnread(3, '3 unread messages')
  expect([find('.unread')?.hidden, find('.unread')?.textContent, launcher.button.getAttribute('aria-label')]).toEqual([false, '3', 'Open chat, 3 unread messages'])
  launcher.setUnread(120, '99+ unread messages')
  expect([find('.unread')?.textContent, launcher.button.getAttribute('aria-label')]).toEqual(['99+', 'Open chat, 99+ unread messages'])
  launcher.setUnread(0, '')
  expect([find('.unread')?.hidden, launcher.button.getAttribute('aria-label')]).toEqual([true, 'Open chat'])
})

test('it says when the panel is being loaded, and when that failed', () => {
  const { launcher, find } = make()
  launcher.setBusy(true)
  expect(launcher.button.getAttribute('aria-busy')).toBe('true')
  launcher.setFailed(true)
  expect([find('[role=alert]')?.hidden, find('[role=alert]')?.textContent]).toEqual([false, launcherEnglish.loadFailed])
  launcher.setFailed(false)
  expect([find('[role=alert]')?.hidden, find('[role=alert]')?.textContent]).toEqual([true, ''])
})

test('a change of language changes its words at once, and keeps what they are about', () => {
  const { launcher, find } = make()
  launcher.setUnread(2, '2 neu')
  launcher.setFailed(true)
  launcher.setStrings({ openChat: 'Chat öffnen', loadFailed: 'Ging nicht.' })
  expect([launcher.button.getAttribute('aria-label'), find('[role=alert]')?.textContent]).toEqual(['Chat öffnen, 2 neu', 'Ging nicht.'])
})

test('what a page renders stands in the button and follows the count; without anything of its own the slot and the icon stand there', () => {
  const { launcher, find } = make((unread) => (unread ? document.createTextNode(`Help ${unread}`) : undefined))
  expect(find('.launcher slot[name=launcher] svg')).not.toBeNull()
  launcher.setUnread(4, '4 unread messages')
  expect([find('.face')?.textContent, find('.face slot'), find('.unread')?.hidden]).toEqual(['Help 4', null, false])
  expect(launcher.button.getAttribute('aria-label')).toBe('Help 4, Open chat, 4 unread messages')
  launcher.setUnread(0, '')
  expect(find('.launcher slot[name=launcher] svg')).not.toBeNull()
})

test('what a page renders and throws is told once, to those who listen by then, and the usual button stands and goes on counting', async () => {
  const { launcher, find, errors } = make((unread) => {
    if (unread) throw new RangeError(`no face for ${unread}`)
    return document.createTextNode('Help')
  })
  launcher.setUnread(2, '2 unread messages')
  expect(errors).toEqual([])
  launcher.setUnread(3, '3 unread messages')
  expect([find('.face svg') !== null, find('.unread')?.textContent]).toEqual([true, '3'])
  expect(launcher.button.getAttribute('aria-label')).toBe('Open chat, 3 unread messages')
  await Promise.resolve()
  expect(errors).toEqual([new RangeError('no face for 2')])
})

test('pressing it calls back', () => {
  const { launcher, pressed } = make()
  launcher.button.click()
  expect(pressed()).toBe(1)
})
