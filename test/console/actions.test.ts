// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainJson } from '../../src/console/plain-json.ts'
import type { Draft, StaffRow } from '../../src/conversation/index.ts'
import type { Header } from '../../src/protocol/index.ts'
import { allByRole, byRole, textsOf } from './by-role.ts'
import { header, maria, start, tom } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

beforeEach(() => void vi.useFakeTimers({ now: start + 2 * 60_000, toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => {
  closeConsoles()
  vi.useRealTimers()
})

const refund: Draft = {
  id: 'action-01',
  parts: [{ type: 'text', text: 'Refund order 7\n\n40 € to the card that paid.' }],
  action: { tool: 'refund', input: '{"order":"7","note":"<b>now</b>"}', title: 'Refund order 7', details: '40 € to the card that paid.' },
}
const words: Draft = { id: 'draft-01', parts: [{ type: 'text', text: 'It is on its way.' }] }

async function show({ drafts = [], rows = [], ...changes }: Partial<Omit<Header, 'drafts'>> & { readonly drafts?: readonly Draft[]; readonly rows?: readonly StaffRow[] } = {}) {
  const world = await openConsole((fake) => {
    const one = fake.thread('one')
    one.$header.set(header('human', { actions: drafts.flatMap(({ id, action }) => (action ? id : [])), ...changes }))
    one.$drafts.set(drafts)
    one.$rows.set(rows)
  }, { open: 'one' })
  const one = world.thread('one')
  const action = () => world.root.querySelector<HTMLElement>('.action')
  const box = () => byRole(world.root, 'textbox', 'Message')
  return {
    ...world,
    one,
    action,
    box,
    button: (name: string) => byRole(world.root, 'button', name) as HTMLButtonElement,
    press: (name: string) => world.click(byRole(world.root, 'button', name)),
    said: () => world.root.querySelector('[aria-live=polite]')?.textContent,
  }
}

describe('an action of the assistant', () => {
  it('is shown exactly as it would run, and is no message', async () => {
    const { action, root } = await show({ drafts: [refund, words] })
    expect(action()?.querySelector('strong')?.textContent).toBe('Refund order 7')
    expect(action()?.querySelector('p')?.textContent).toBe('40 € to the card that paid.')
    expect(textsOf([...(action()?.querySelectorAll('dd') ?? [])])).toEqual(['refund', '{ "order": "7", "note": "<b>now</b>" }'])
    expect(action()?.querySelector('b')).toBeNull()
    // words beside it can be used; the action cannot
    expect(allByRole(root, 'button', 'Use').map((use) => use.closest('li')?.textContent)).toEqual(['It is on its way.Use'])
    expect(allByRole(action() as HTMLElement, 'button').map(({ textContent }) => textContent)).toEqual(['Approve', 'Decline'])
  })

  it.each([['Approve', 'approve action-01'], ['Decline', 'drop action-01']])('%s is one command, and the agent goes on writing', async (name, call) => {
    const { one, press, root, box } = await show({ drafts: [refund] })
    await press(name)
    expect(one.calls.filter((each) => each.includes('action-01'))).toEqual([call])
    expect(root.activeElement).toBe(box())
    expect(one.calls.filter((each) => each.startsWith('send'))).toEqual([])
  })

  it('is decided once: both answers wait while one is on its way', async () => {
    const { one, press, button, change } = await show({ drafts: [refund] })
    let answer = (): void => undefined
    Object.assign(one.thread, { approve: () => new Promise((resolve) => (answer = () => resolve({ ok: true }))) })
    await press('Approve')
    expect([button('Approve').disabled, button('Decline').disabled]).toEqual([true, true])
    await change(async () => answer())
    expect([button('Approve').disabled, button('Decline').disabled]).toEqual([false, false])
  })

  it('that is refused is still there, and the agent is told why', async () => {
    const { one, press, root, button } = await show({ drafts: [refund] })
    one.answer({ ok: false, refusal: { code: 'turn/running', message: 'x' } })
    await press('Approve')
    expect(byRole(root, 'alert').textContent).toBe('The assistant is still busy with the last request')
    expect(button('Approve').disabled).toBe(false)
  })

  it('waits for the assistant to be free, and can be declined all the same', async () => {
    const { button } = await show({ drafts: [refund], assist: { request: 'request-1', seq: 4 } })
    expect([button('Approve').disabled, button('Decline').disabled]).toEqual([true, false])
  })

  it('of which nothing is known here cannot be approved, nor sent', async () => {
    const { action, button, root } = await show({ drafts: [{ id: 'action-01', parts: refund.parts }], actions: ['action-01'] })
    expect(action()?.textContent).toContain('cannot be approved')
    expect([button('Approve').disabled, button('Decline').disabled]).toEqual([true, false])
    expect(allByRole(root, 'button', 'Use')).toEqual([])
  })

  it('is read out when it comes, by its title', async () => {
    const { one, change, said } = await show()
    await change(() => one.$drafts.set([refund, words]))
    expect(said()).toBe('The assistant wants your approval: Refund order 7The assistant offers a draft')
  })

  it('is no colleague’s business', async () => {
    const { action } = await show({ drafts: [refund], people: [maria, tom], floor: { number: 3, holder: { kind: 'agent', id: tom.id } } })
    expect(action()).toBeNull()
  })
})

describe('a tool that the assistant has used', () => {
  const at = { at: start, seq: 1 }
  const called: StaffRow = { ...at, type: 'tool-call', id: 'row-1', call: 'call-01', tool: 'look-up', input: '{"order":"7"}' }
  const returned: StaffRow = { ...at, seq: 2, type: 'tool-result', id: 'row-2', call: 'call-01', output: '<img src=x onerror=alert(1)>' }
  const tools = (root: ShadowRoot) => [...root.querySelectorAll<HTMLDetailsElement>('details.call')]
  const titles = (root: ShadowRoot) => tools(root).map((tool) => tool.querySelector('summary')?.textContent?.replace(/ · [\d:]+.*$/, ''))

  it('is one closed row with what went in and what came out, as text', async () => {
    const { root } = await show({ rows: [called, returned] })
    expect([titles(root), tools(root).map(({ open }) => open)]).toEqual([['Used look-up'], [false]])
    expect(textsOf([...root.querySelectorAll('.call dt, .call dd')])).toEqual(['Input', '{ "order": "7" }', 'Output', '<img src=x onerror=alert(1)>'])
    expect(root.querySelector('.call img')).toBeNull()
  })

  it('says while it runs, when it has failed, and when nobody knows', async () => {
    const { root, one, change } = await show({ rows: [called], calls: [{ id: 'call-01', tool: 'look-up' }] })
    expect(titles(root)).toEqual(['Used look-up · running…'])
    await change(() => one.$header.set(header('human')))
    expect(titles(root)).toEqual(['Used look-up · no result'])
    await change(() => one.$rows.set([called, { ...returned, failed: true }]))
    expect(titles(root)).toEqual(['Used look-up · failed'])
    expect(root.querySelector('.call .failed')?.textContent).toContain('failed')
  })

  it('shows a result whose call lies further back', async () => {
    const { root } = await show({ rows: [returned] })
    expect(titles(root)).toEqual(['Result of a tool'])
    expect(textsOf([...root.querySelectorAll('.call dd')])).toEqual(['<img src=x onerror=alert(1)>'])
  })
})

it('what the visitor was asked is there to be read, with the answer, and nothing to press', async () => {
  const asked: StaffRow = { type: 'permission', id: 'row-1', seq: 1, at: start, permission: 'action-01', title: 'Refund order 7' }
  const answered = (granted: boolean): StaffRow => ({ type: 'permission-answer', id: 'row-2', seq: 2, at: start, permission: 'action-01', granted })
  const { root, one, change } = await show({ rows: [asked], permission: 'action-01' })
  const log = byRole(root, 'log')
  await change(() => vi.dynamicImportSettled())
  expect(log.querySelector('[part=permission]')?.textContent).toBe('Asked the visitor’s permissionRefund order 7')
  expect(allByRole(log, 'button')).toEqual([])
  await change(() => one.$rows.set([asked, answered(true)]))
  expect(log.querySelector('.line')?.textContent).toBe('The visitor allowed this')
  await change(() => one.$rows.set([asked, answered(false)]))
  expect(log.querySelector('.line')?.textContent).toBe('The visitor did not allow this')
})

it('nothing in a value can turn the order of its letters round', () => {
  expect(plainJson('{"to":"\u202eABC"}')).toBe('{\n  "to": "\\u202eABC"\n}')
  expect(plainJson('"a\\nb"')).toBe('a\nb')
  expect(plainJson('Paid \u2066 40 €')).toBe('Paid \\u2066 40 €')
})
