// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { openPanel } from './panel-rig.ts'

function rig(options: Parameters<typeof openPanel>[0] = {}) {
  const panel = openPanel(options)
  onTestFinished(panel.destroy)
  act(() => panel.one('textarea')?.focus())
  return panel
}

test('the Escape that gives up what an input method composes stays with it, and the next one closes the panel', async () => {
  const { key, closed } = rig()
  await key('Escape', { isComposing: true })
  expect(closed()).toBe(0)
  await key('Escape')
  expect(closed()).toBe(1)
})

test('Escape in a panel that cannot be closed is left to the page', async () => {
  const { key, root } = rig({ onClose: undefined })
  let heard = 0
  root.host.addEventListener('keydown', () => (heard += 1))
  await key('Escape')
  expect(heard).toBe(1)
})
