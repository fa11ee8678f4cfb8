// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { allByRole, byRole, textsOf } from './by-role.ts'
import { header } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

let patience = new AbortController()
beforeEach(() => {
  patience = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => patience.signal)
})
afterEach(() => {
  closeConsoles()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

/** A console with an own conversation, whose records come from what `fetch` is here. */
async function show(fetch: (url: unknown, init?: RequestInit) => Promise<Response>, credentials: () => string | Promise<string> = () => 'token', endpoint = '/handback') {
  vi.stubGlobal('fetch', fetch)
  const world = await openConsole((fake) => fake.thread('one').$header.set(header('human')), {
    open: 'one',
    records: { endpoint, credentials: async () => credentials() },
  })
  const press = (name: string) => world.click(byRole(world.root, 'button', name))
  const disabled = (): string[] => textsOf(allByRole(world.root.querySelector('.actions') as Element, 'button').filter((button) => button.matches(':disabled')))
  /** What exports is loaded when it is wanted. */
  const begun = () => vi.waitFor(() => expect(AbortSignal.timeout).toHaveBeenCalled())
  return { ...world, press, disabled, begun }
}

it.each([
  ['response', (): string => 'token'],
  ['token', (): Promise<string> => never()],
] as const)('an export whose %s never comes keeps the agent from nothing, and is given up', async (_what, credentials) => {
  // as a browser does, which takes a signal to break off by
  const hangs = (_url: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('Broken off.'))))
  const { press, disabled, thread, root, begun } = await show(hangs, credentials)
  await press('Export')
  expect(disabled()).toEqual(['Export'])
  await press('Hand back')
  expect(thread('one').calls).toContain('hand back')
  await begun()
  patience.abort()
  await vi.waitFor(() => expect(textsOf(allByRole(root, 'alert'))).toEqual(['The conversation could not be exported. Try again.']))
  expect(disabled()).toEqual([])
})

it('an export is given as long as a slow line takes, and no longer', async () => {
  const { press, begun } = await show(() => never())
  await press('Export')
  await begun()
  expect(vi.mocked(AbortSignal.timeout).mock.calls).toEqual([[60_000]])
})

it.each(['/handback', '/handback/'])('an export is asked of the hub at %s', async (endpoint) => {
  const asked: unknown[] = []
  const fetch = async (url: unknown) => (asked.push(url), never<Response>())
  const { press } = await show(fetch, undefined, endpoint)
  await press('Export')
  await vi.waitFor(() => expect(asked).toEqual(['/handback/conversations/one/export']))
})

it('what is exported stays there for as long as a browser may take to begin', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  const { press } = await show(async () => new Response('{}'))
  await press('Export')
  await vi.waitFor(() => expect(saved).toEqual(['conversation-one.json']))
  expect(revoked).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(revoked).toHaveBeenCalledOnce()
})
