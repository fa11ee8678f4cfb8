// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { openPanel } from './panel-rig.ts'

const piece = '../../src/widget/menu/menu.tsx'

test.each([
  ['by a press', (rig: ReturnType<typeof openPanel>) => rig.press(english.menu)],
  ['by an arrow', async (rig: ReturnType<typeof openPanel>) => {
    rig.named(english.menu)?.focus()
    await rig.key('ArrowDown')
  }],
])('a menu that could not be fetched is told once, and does not open by itself when it comes after all: %s', async (_way, open) => {
  // each has a page of its own, where it was never fetched
  vi.resetModules()
  vi.doMock(piece, () => Promise.reject(new Error('offline')))
  onTestFinished(() => void vi.doUnmock(piece))
  const { openPanel: openFresh } = await import('./panel-rig.ts')
  const rig = openFresh()
  onTestFinished(() => rig.destroy())
  const expanded = () => rig.named(english.menu)?.getAttribute('aria-expanded')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await open(rig)
  await vi.waitFor(() => expect(rig.errors).toMatchObject([{ code: 'client/unavailable' }]))
  await rig.settled()
  expect([expanded(), rig.text('[role=alert]')]).toEqual(['false', [english.failed]])

  vi.doUnmock(piece)
  act(() => rig.one('footer textarea')?.focus())
  await act(async () => void (await vi.advanceTimersByTimeAsync(60_000)))
  await rig.settled()
  expect([rig.one('[role=menu]'), rig.focused(), expanded()]).toEqual([null, rig.one('footer textarea'), 'false'])
  expect(rig.errors.length).toBe(1)
  // whoever wants it presses again
  await open(rig)
  await vi.waitFor(() => expect(rig.one('[role=menu]')).not.toBeNull())
})
