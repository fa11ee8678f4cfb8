// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { mount } from '../../src/widget/mount.ts'
import type { WidgetHandle } from '../../src/widget/options.ts'
import { bot, createFakeChat } from './fake-chat.ts'
import type { FakeChat } from './fake-chat.ts'

let fake: FakeChat
let widget: WidgetHandle

beforeEach(async () => {
  fake = createFakeChat()
  widget = mount({ chat: fake.chat, locale: 'en-GB' })
  await act(() => widget.open())
})
afterEach(() => widget.destroy())

const root = () => widget.element.shadowRoot as ShadowRoot
const all = (selector: string) => [...root().querySelectorAll<HTMLElement>(selector)]
const one = (selector: string) => root().querySelector<HTMLElement>(selector)
const button = (name: string) => all('button').find((element) => element.textContent === name) as HTMLButtonElement | undefined
const said = () => all('[aria-live=polite] p').map((element) => element.textContent)
const answers = () => fake.calls.filter(([name]) => name === 'answerPermission')
const describedBy = (element: HTMLElement | undefined) => root().getElementById(element?.getAttribute('aria-describedby') ?? '')?.textContent

/** Presses something, and lets what comes of it come in. */
const press = (name: string) =>
  act(async () => {
    button(name)?.click()
    await new Promise((resolve) => setImmediate(resolve))
  })

/** Its card is there once its code is. */
const ask = (permission = 'action-01', details: string | undefined = '40 € to the card that paid.') => {
  act(() => {
    fake.says(bot, 'I can pay it back.')
    fake.row((seq, at) => ({ type: 'permission', id: `row-${seq}`, seq, at, permission, title: 'Refund order 7', ...(details && { details }) }))
    fake.state({ permission: { id: permission, answered: false } })
  })
  return act(() => vi.dynamicImportSettled())
}

describe('what the assistant asks permission for', () => {
  test('is a card of the assistant, with a title, details and two answers', async () => {
    await ask()
    const card = one('[part=permission]')
    expect(root().getElementById(card?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Refund order 7')
    expect(card?.getAttribute('role')).toBe('group')
    expect(card?.querySelector('.plain')?.textContent).toBe('40 € to the card that paid.')
    expect(all('[part=permission] button').map(({ textContent }) => textContent)).toEqual(['Allow', 'Don’t allow'])
    expect([describedBy(button('Allow')), describedBy(button('Don’t allow'))]).toEqual(['Refund order 7', 'Refund order 7'])
    // one speaker, who is named once
    expect(all('.who').map(({ textContent }) => textContent)).toEqual(['AI Assistant AI'])
    expect(said().at(-1)).toBe('AI Assistant: May I do this? Refund order 7 40 € to the card that paid.')
  })

  test.each([['Allow', true, 'You allowed this.'], ['Don’t allow', false, 'You did not allow this.']] as const)(
    'is answered once by "%s", and the focus goes on in the message box',
    async (name, granted, line) => {
      await ask()
      button(name)?.focus()
      await press(name)
      expect(answers()).toEqual([['answerPermission', 'action-01', granted]])
      expect(root().activeElement).toBe(one('footer textarea'))
      act(() => fake.state({ permission: { id: 'action-01', answered: true } }))
      expect([button('Allow')?.disabled, button('Don’t allow')?.disabled]).toEqual([true, true])
      act(() => {
        fake.row((seq, at) => ({ type: 'permission-answer', id: `row-${seq}`, seq, at, permission: 'action-01', granted }))
        fake.state({ permission: null })
      })
      expect([button('Allow'), button('Don’t allow')]).toEqual([undefined, undefined])
      expect(all('.line').at(-1)?.textContent).toBe(line)
      expect([all('.bubble').length, one('[part=permission] strong')?.textContent]).toEqual([2, 'Refund order 7'])
      expect(said().at(-1)).toBe(line)
    },
  )

  test('is not pressed twice while the answer is being kept', async () => {
    await ask()
    let kept = (): void => undefined
    const slow = new Promise<void>((resolve) => (kept = resolve))
    const { answerPermission } = fake.chat
    Object.assign(fake.chat, { answerPermission: (permission: string, granted: boolean) => answerPermission(permission, granted).then(() => slow) })
    await press('Allow')
    expect(button('Don’t allow')?.disabled).toBe(true)
    await press('Allow')
    expect(answers()).toHaveLength(1)
    kept()
    await vi.waitFor(() => expect(button('Don’t allow')?.disabled).toBe(false))
  })

  test('can be answered again when the answer came to nothing', async () => {
    await ask()
    fake.failWith(new HandbackError('client/refused', 'x', { cause: { code: 'permission/not-open', message: 'x' } }))
    await press('Allow')
    expect(all('[role=alert]:not([hidden])').map(({ textContent }) => textContent)).toEqual(['Your answer is no longer needed.'])
    expect(button('Allow')?.disabled).toBe(false)
  })

  test('is only the newest question, and none once it is closed', async () => {
    await ask('action-01')
    await ask('action-02', '')
    expect(all('[part=permission]').map((card) => card.querySelectorAll('button').length)).toEqual([0, 2])
    act(() => fake.state({ permission: null }))
    expect(all('[part=permission] button')).toEqual([])
  })

  test('is text, whatever it looks like', () => {
    act(() => void fake.row((seq, at) => ({ type: 'permission', id: 'row-x', seq, at, permission: 'action-01', title: '<b>Pay</b> **all**', details: '[a](https://x.example)' })))
    expect([one('[part=permission] strong')?.textContent, one('[part=permission] p')?.textContent]).toEqual(['<b>Pay</b> **all**', '[a](https://x.example)'])
    expect(all('[part=permission] :is(a, b)')).toEqual([])
  })
})

test('an answer that broke off says so, to the eye and to the ear', () => {
  act(() => void fake.says(bot, 'Your card will', { cut: true }))
  expect(all('.meta').map(({ textContent }) => textContent?.split(' · ')[1])).toEqual(['The answer broke off here.'])
  expect(said()).toEqual(['AI Assistant: Your card will The answer broke off here.'])
})
