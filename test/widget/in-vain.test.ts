// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import { english } from '../../src/ui/locales/en.ts'
import { openPanel } from './panel-rig.ts'

function rig() {
  const panel = openPanel()
  onTestFinished(panel.destroy)
  return panel
}

test('a file that is taken back on its way is no error of the page', async () => {
  const panel = rig()
  let stopped = 0
  panel.fake.chat.uploadFile = (_, options) => new Promise((_, reject) => options?.signal?.addEventListener('abort', () => {
    stopped += 1
    reject(new Error('aborted'))
  }))
  const chooser = panel.root.querySelector('input[type=file]')
  Object.defineProperty(chooser, 'files', { value: [new File(['a'], 'a.txt')] })
  act(() => void chooser?.dispatchEvent(new Event('change')))
  await vi.waitFor(() => expect(panel.named(english.removeFile('a.txt'))).toBeDefined())
  await panel.press(english.removeFile('a.txt'))
  expect([stopped, panel.errors, panel.all('.upload')]).toEqual([1, [], []])
})

test('a survey without a rating sends nothing', async () => {
  const panel = rig()
  act(() => {
    panel.fake.row((seq, at) => ({ type: 'survey', id: 'survey-1', seq, at, episode: 3 }))
    panel.fake.state({ survey: 3, phase: 'handback' })
  })
  await panel.settled()
  expect(panel.one('form.survey')).not.toBeNull()
  act(() => void panel.one('form.survey')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
  expect(panel.calls('rate')).toEqual([])
})
