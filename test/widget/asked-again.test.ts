// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { openPanel } from './panel-rig.ts'

test('what is asked first is asked of whoever comes next, also when the one before has answered', async () => {
  const panel = openPanel({ preChat: { fields: [{ name: 'mail', label: 'E-mail', kind: 'email' }] } })
  onTestFinished(panel.destroy)
  await panel.settled()
  panel.write(panel.one('.field input'), 'maria@example.com')
  await panel.press('Send')
  expect(panel.calls('submitForm')).toHaveLength(1)
  expect([panel.one('.field input'), panel.one('.composer textarea') !== null]).toEqual([null, true])
  act(() => panel.fake.emit('forget', null))
  await panel.settled()
  expect([(panel.one('.field input') as HTMLInputElement | null)?.value, panel.one('.composer textarea')]).toEqual(['', null])
})
