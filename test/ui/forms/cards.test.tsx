// @vitest-environment happy-dom
import { createRef, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FormRow } from '../../../src/conversation/rows.ts'
import type { AskedForm, FormPart } from '../../../src/protocol/index.ts'
import { FormAnswers } from '../../../src/ui/forms/form-answers.tsx'
import { PreChat } from '../../../src/ui/forms/pre-chat.tsx'
import type { TicketDraft } from '../../../src/ui/forms/ticket-form.tsx'
import { TicketForm } from '../../../src/ui/forms/ticket-form.tsx'
import { english } from '../../../src/ui/english.ts'

let place: HTMLElement
beforeEach(() => {
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  render(null, place)
  place.remove()
})
const one = (selector: string) => place.querySelector(selector)
const write = (selector: string, value: string) => act(() => {
  const box = one(selector) as HTMLInputElement
  box.value = value
  box.dispatchEvent(new Event('input', { bubbles: true }))
})
const submit = () => act(() => void one('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))

describe('a message for later', () => {
  let left: unknown[]
  let taken: boolean
  const kept = createRef<TicketDraft>()
  const show = (text?: string) => act(() => {
    const away = () => render(null, place)
    render(<TicketForm strings={english} text={text} kept={kept} onLeave={async (...what) => left.push(what) > 0 && taken} onCancel={away} />, place)
  })
  beforeEach(() => {
    left = []
    taken = true
    kept.current = null
  })

  test('begins with what the visitor wrote, with the caret behind it', () => {
    show('My card was declined.')
    const box = one('textarea') as HTMLTextAreaElement
    expect(box.value).toBe('My card was declined.')
    expect(document.activeElement).toBe(box)
    expect(box.selectionStart).toBe(box.value.length)
  })

  test('is left with a way to answer, or without', async () => {
    show()
    expect((one('.primary') as HTMLButtonElement).disabled).toBe(true)
    write('textarea', ' Please call. ')
    submit()
    submit()
    await act(async () => {})
    write('input', ' maria@example.com ')
    submit()
    expect(left).toEqual([['Please call.', undefined], ['Please call.', 'maria@example.com']])
  })

  test('says at the address what is wrong with it, in its own words, and is not left with it', async () => {
    show('Please call.')
    expect([(one('form') as HTMLFormElement).noValidate, one('small')?.textContent]).toEqual([true, ' (optional)'])
    write('input', 'maria@')
    expect(one('.error')).toBeNull()
    submit()
    const box = one('input') as HTMLInputElement
    expect([one('.error')?.textContent, box.getAttribute('aria-invalid'), document.activeElement]).toEqual([english.fieldEmail, 'true', box])
    expect(box.getAttribute('aria-describedby')?.split(' ')[0]).toBe(one('.error')?.id)
    expect(left).toEqual([])
    write('input', 'maria@example.com')
    expect([one('.error'), box.hasAttribute('aria-invalid')]).toEqual([null, false])
    submit()
    expect(left).toEqual([['Please call.', 'maria@example.com']])
  })

  test('is there again when it was put away half written, and no more once it is left', async () => {
    show()
    write('textarea', 'half')
    write('input', 'm@example.com')
    act(() => (one('button.text') as HTMLButtonElement).click())
    expect(one('form')).toBeNull()
    show()
    expect([(one('textarea') as HTMLTextAreaElement).value, (one('input') as HTMLInputElement).value]).toEqual(['half', 'm@example.com'])
    taken = false
    submit()
    await act(async () => {})
    expect(kept.current).toEqual({ text: 'half', contact: 'm@example.com' })
    taken = true
    submit()
    await act(async () => {})
    expect(kept.current).toBeNull()
  })
})

describe('a form before the first message', () => {
  const form: AskedForm = { fields: [{ name: 'mail', label: 'E-mail', kind: 'email', required: true }] }

  test('checks, and gives the answers', () => {
    const sent: unknown[] = []
    act(() => render(<PreChat form={form} strings={english} onSubmit={(values) => void sent.push(values)} />, place))
    expect(one('strong')).toBeNull()
    submit()
    expect(sent).toEqual([])
    write('input', 'maria@example.com')
    submit()
    expect(sent).toEqual([{ mail: 'maria@example.com' }])
  })
})

describe('what was filled in', () => {
  const row: FormRow = { type: 'form', id: 'row-0001', seq: 1, at: 1, form: 'form-0001', values: { mail: 'maria@example.com', more: 'x' } }
  const asked: AskedForm = { title: 'Before we begin', fields: [{ name: 'mail', label: 'E-mail', kind: 'email' }] }
  const show = (it: FormRow, form?: FormPart) => act(() => render(<FormAnswers row={it} form={form} strings={english} />, place))
  const terms = () => [...place.querySelectorAll('dt')].map((term) => term.textContent)

  test('stands under the questions of its message, else under those that it brought, else under their names', () => {
    show({ ...row, asked }, { type: 'form', form: 'form-0001', title: 'Card', fields: [{ name: 'mail', label: 'Address', kind: 'text' }] })
    expect([one('strong')?.textContent?.trim(), ...terms()]).toEqual(['Card', 'Address', 'more'])
    show({ ...row, asked })
    expect([one('strong')?.textContent?.trim(), ...terms()]).toEqual(['Before we begin', 'E-mail', 'more'])
    show(row)
    expect([one('strong')?.textContent?.trim(), ...terms()]).toEqual([english.formFilled, 'mail', 'more'])
  })
})
