// @vitest-environment happy-dom
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { allByRole, byRole, textsOf } from '../console/by-role.ts'
import { entry, header } from '../console/samples.ts'
import { closeConsoles, openConsole } from '../console/world.ts'
import { until } from '../hub/until.ts'

afterEach(closeConsoles)

const records = { endpoint: '/handback', credentials: vi.fn<(why: string) => string>((why) => `token-${why}`) }

/** A console on the conversation `one`, whose hub is the test; what it asked and saved. */
async function show(answers: readonly (Response | Error)[], options: Parameters<typeof openConsole>[1] = { records }) {
  const asked: { readonly url: string; readonly token: string | null }[] = []
  const saved: { readonly name: string; readonly text: Promise<string> }[] = []
  const left = [...answers]
  vi.stubGlobal('fetch', async (url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push({ url, token: headers['authorization'] ?? null })
    const answer = left.shift()
    if (answer instanceof Response) return answer
    throw answer ?? new Error('Nothing more is answered.')
  })
  let blob = new Blob()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((value) => ((blob = value as Blob), 'blob:one'))
  const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: `${this.download} at ${this.href}`, text: blob.text() })
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    records.credentials.mockClear()
  })
  const world = await openConsole((fake) => {
    fake.$others.set([entry('one', { phase: 'bot' })])
    fake.thread('one').$header.set(header('bot'))
  }, { open: 'one', ...options })
  const region = byRole(world.root, 'region', 'Conversation')
  return { ...world, region, asked, saved, revoke, press: () => world.click(byRole(region, 'button', 'Export')) }
}

it('saves the open conversation under its name, with the agent’s token', async () => {
  const world = await show([new Response('{"format":"…"}')])
  await world.press()
  await until(() => world.saved.length === 1)
  expect(world.asked).toEqual([{ url: '/handback/conversations/one/export', token: 'Bearer token-first' }])
  expect(world.saved[0]?.name).toBe('conversation-one.json at blob:one')
  expect(await world.saved[0]?.text).toBe('{"format":"…"}')
  // some browsers begin late to read it: see `saveFile`
  expect(world.revoke).not.toHaveBeenCalled()
})

it('asks once more with another token when the first is refused', async () => {
  const world = await show([new Response('', { status: 401 }), new Response('{}')])
  await world.press()
  await until(() => world.saved.length === 1)
  expect(world.asked.map(({ token }) => token)).toEqual(['Bearer token-first', 'Bearer token-refused'])
})

it.each([
  ['the hub says no', [new Response('', { status: 404 })]],
  ['the token is refused twice', [new Response('', { status: 401 }), new Response('', { status: 401 })]],
  ['there is no line', [new TypeError('Failed to fetch')]],
])('tells the agent when %s, and saves nothing', async (_name, answers) => {
  const world = await show(answers)
  await world.press()
  const alert = await until(() => allByRole(world.root, 'alert').find((element) => element.textContent?.includes('could not be exported')))
  expect(alert.textContent).toBe('The conversation could not be exported. Try again.')
  expect(world.saved).toEqual([])
})

it('shows no button where there is nothing to export from', async () => {
  const world = await show([], {})
  expect(textsOf(allByRole(world.region, 'button'))).toContain('Add note')
  expect(textsOf(allByRole(world.region, 'button'))).not.toContain('Export')
})
