// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { mount } from '../../src/widget/mount.ts'
import { createFakeChat } from './fake-chat.ts'

/** A widget whose panel was opened and closed again, so that its chat is there. */
async function rig() {
  const fake = createFakeChat()
  const widget = mount({ chat: fake.chat })
  onTestFinished(() => widget.destroy())
  await act(() => widget.open())
  act(() => widget.close())
  const find = (selector: string) => widget.element.shadowRoot?.querySelector<HTMLElement>(selector)
  return {
    widget,
    unread: (count: number) => act(() => fake.$unread.set(count)),
    seen: () => (find('.unread')?.hidden ? '' : find('.unread')?.textContent),
    heard: () => find('.launcher')?.getAttribute('aria-label'),
  }
}

test('the count is told up to 99 as it is, and above that as 99+, to be heard as it is seen', async () => {
  const { unread, seen, heard } = await rig()
  for (const [count, shown, words] of [[1, '1', '1 unread message'], [99, '99', '99 unread messages'], [100, '99+', '99+ unread messages'], [1200, '99+', '99+ unread messages']] as const) {
    unread(count)
    expect([seen(), heard()]).toEqual([shown, `Open chat, ${words}`])
  }
  unread(0)
  expect([seen(), heard()]).toEqual(['', 'Open chat'])
})

test('another language renames at once what is unread already', async () => {
  const { widget, unread, heard } = await rig()
  unread(2)
  await act(() => widget.setLocale({ language: 'de', openChat: 'Chat öffnen', unread: (count: number) => `${count} ungelesen` }))
  expect(heard()).toBe('Chat öffnen, 2 ungelesen')
})
