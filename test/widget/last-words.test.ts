// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { english } from '../../src/ui/locales/en.ts'
import { bot, sarah, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'

test('a message for later begins with what the visitor said last, and with nobody else’s words', async () => {
  const panel = openPanel()
  onTestFinished(panel.destroy)
  act(() => {
    panel.fake.says(visitor, 'My card is gone')
    panel.fake.says(bot, 'A colleague should look at this.')
    panel.fake.says(sarah, 'I have to go.')
    panel.fake.notice('out-of-hours', {}, 'assistant')
  })
  await panel.settled()
  await panel.press(english.replyTicket)
  expect((panel.focused() as HTMLTextAreaElement).value).toBe('My card is gone')
})
