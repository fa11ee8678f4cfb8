// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { mountConsole } from '../../src/console/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { allByRole, byRole, textsOf } from './by-role.ts'
import { createFakeDesk, sarah } from './fake-desk.ts'
import { entry, header, tom } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

afterEach(closeConsoles)

const unauthorized = new HandbackError('transport/unauthorized', 'No.')

/** What is shown: without what is hidden, which nobody sees and nothing reads out. */
const shown = (root: ShadowRoot, selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((element) => !element.closest('[hidden]'))

const withOne = (fake: ReturnType<typeof createFakeDesk>): void => {
  fake.$mine.set([entry('one', { phase: 'human', holder: sarah.id })])
  fake.thread('one').$header.set(header('human'))
}

/** A console with an open conversation, and what its connection does when the hub takes the sign-in no longer, and again. */
async function writing(onSignOut?: () => void) {
  const world = await openConsole(withOne, { open: 'one', ...(onSignOut && { onSignOut }) })
  const { change, $error, $connection } = world
  return {
    ...world,
    box: () => byRole(world.root, 'textbox', 'Message') as HTMLTextAreaElement,
    refuse: () => change(() => {
      $error.set(unauthorized)
      $connection.set('offline')
    }),
    accept: () => change(() => {
      $error.set(null)
      $connection.set('syncing')
    }),
  }
}

describe('while nobody is signed in', () => {
  it.each([
    ['transport/unauthorized', 'offline', 'Sign in again'],
    ['desk/no-agent', 'idle', 'needs a token of an agent'],
    ['desk/other-agent', 'idle', 'of somebody else'],
  ] as const)('there is the header and what to do, and nothing else (%s)', async (code, state, words) => {
    const { root } = await openConsole(({ $connection, $error }) => {
      $connection.set(state)
      $error.set(new HandbackError(code, 'No.'))
    })
    expect(byRole(root, 'alert').textContent).toContain(words)
    expect(shown(root, 'header,nav,main,section,.lists,.list-title').map(({ localName }) => localName)).toEqual(['header', 'main'])
    expect(root.textContent).not.toContain('No conversation open')
    expect(root.textContent).not.toContain('All quiet')
  })

  it('one button leads to the sign-in, where there is one', async () => {
    const onSignOut = vi.fn()
    const { root, refuse, accept, click } = await writing(onSignOut)
    await refuse()
    expect(textsOf(shown(root, 'button'))).toEqual(['Sign in again'])
    await click(byRole(root, 'button', 'Sign in again'))
    expect(onSignOut).toHaveBeenCalledOnce()
    await accept()
    expect(allByRole(root, 'button', 'Sign in again')).toEqual([])
    expect(allByRole(root, 'button', 'Sign out')).toHaveLength(1)
  })

  it('no button promises a sign-in that the page has not', async () => {
    const { root, refuse } = await writing()
    await refuse()
    expect(shown(root, 'button')).toEqual([])
  })

  it('no refusal of what was done stands beside it', async () => {
    const { root, refuse, click, thread } = await writing()
    thread('one').answer({ ok: false, refusal: { code: 'desk/no-agent', message: '' } })
    await click(byRole(root, 'button', 'Hand back'))
    expect(allByRole(root, 'alert')).toHaveLength(1)
    await refuse()
    expect(textsOf(allByRole(root, 'alert'))).toEqual(['Your sign-in is no longer valid. Sign in again to go on.'])
  })
})

it('shows the lists and the conversation while a refused sign-in is made anew', async () => {
  const { root, change, $error, $connection } = await writing()
  await change(() => {
    $connection.set('connecting')
    $error.set(unauthorized)
  })
  expect(shown(root, '.lists,.conversation')).toHaveLength(2)
  expect(allByRole(root, 'alert')).toEqual([])
})

describe('when the sign-in is taken again', () => {
  it('everything is as it was: the conversation, what was being written, and where', async () => {
    const { root, write, box, refuse, accept } = await writing()
    const before = box()
    before.focus()
    await write('Message', 'I have just relea')
    await refuse()
    expect(shown(root, '.lists,.conversation')).toEqual([])
    expect(root.activeElement).toBeNull()
    await accept()
    expect(shown(root, '.lists,.conversation')).toHaveLength(2)
    expect(box()).toBe(before)
    expect(before.value).toBe('I have just relea')
    expect(root.activeElement).toBe(before)
  })

  it('the focus stays with a reader who has gone elsewhere', async () => {
    const { box, refuse, accept } = await writing()
    box().focus()
    await refuse()
    const elsewhere = document.createElement('input')
    document.body.append(elsewhere)
    elsewhere.focus()
    await accept()
    expect(document.activeElement).toBe(elsewhere)
    elsewhere.remove()
  })
})

describe('a console that is made anew in its element', () => {
  /** Stops a console in which something was being written, and makes that of `me` in its place. */
  async function anew(me: typeof sarah, refused: boolean) {
    const { root, write, refuse, stop } = await writing()
    await write('Message', 'I have just relea')
    if (refused) await refuse()
    await act(stop)
    const fake = createFakeDesk(me)
    withOne(fake)
    let end = (): void => undefined
    await act(() => void (end = mountConsole(root.host, { desk: fake.desk })))
    const words = [...root.querySelectorAll('textarea')].map(({ value }) => value)
    end()
    return words
  }

  it('has what the same agent was writing when the sign-in ran out', async () => {
    expect(await anew(sarah, true)).toEqual(['I have just relea'])
  })

  it('has nothing of what another agent was writing, nor of who has signed out', async () => {
    expect(await anew(tom, true)).toEqual([])
    expect(await anew(sarah, false)).toEqual([])
  })
})
