// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bot } from './fake-chat.ts'
import { type PanelRig, openPanel } from './panel-rig.ts'

let rig: PanelRig | undefined
let idle: (() => void)[]
let frames: (() => void)[]

beforeEach(() => {
  idle = []
  frames = []
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback))
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
})
afterEach(() => {
  rig?.destroy()
  vi.unstubAllGlobals()
})

const rehearsed = () => rig?.one('.log [inert]') ?? null

test('while the visitor waits for the first answer one of each is shown for a frame, to nobody', async () => {
  const { fake } = (rig = openPanel())
  await act(async () => void (await fake.chat.sendMessage('Hello')))
  expect(rehearsed()).toBeNull()
  act(() => idle[0]?.())
  // not before there are frames: a hidden tab would keep it
  expect(rehearsed()).toBeNull()
  act(() => frames.forEach((frame) => frame()))
  const shown = rehearsed()
  // `aria-hidden` beside `inert`: not all that look for roles know the latter
  expect([shown?.className, shown?.getAttribute('aria-hidden')]).toEqual(['sr', 'true'])
  for (const kind of ['.heading', 'strong', 'em', 'code', 'a', 'li', 'pre', 'button', 'td']) expect(shown?.querySelector(kind), kind).not.toBeNull()
  // what is heard and counted is the visitor's message alone
  expect([rig.said(), rig.all('.row').length]).toEqual([[], 1])
  await vi.waitFor(() => expect(rehearsed()).toBeNull())
})

test('a conversation that goes on needs none, and one that has gone meanwhile shows none', async () => {
  const { fake } = (rig = openPanel())
  act(() => [1, 2, 3, 4].forEach((number) => fake.says(bot, `Answer ${number}`)))
  expect(idle).toEqual([])
  rig.destroy()
  const next = (rig = openPanel())
  await act(async () => void (await next.fake.chat.sendMessage('Hello')))
  expect(idle.length).toBe(1)
  const log = next.one('.log')
  next.destroy()
  act(() => idle[0]?.())
  act(() => frames.forEach((frame) => frame()))
  expect(log?.querySelector('[inert]')).toBeNull()
  rig = undefined
})
