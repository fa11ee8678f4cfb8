// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { byRole, textsOf } from './by-role.ts'
import { header, maria, message, start, tom } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

beforeEach(() => void vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-US'))
afterEach(() => {
  closeConsoles()
  vi.restoreAllMocks()
})

const of = (locale: string, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, options).format(start)

it('times beside the thread are in the language of the thread, as those in it', async () => {
  const { root } = await openConsole((fake) => {
    fake.thread('one').$header.set(header('queued'))
    fake.thread('one').$rows.set([{ ...message(maria, 'Hello'), seq: 1 }, { type: 'note', id: 'note-2', seq: 2, at: start, author: tom, text: 'Called' }])
  }, { open: 'one', threadStrings: { language: 'de' } })
  const time = of('de', { hour: 'numeric', minute: '2-digit' })
  const times = textsOf([...byRole(root, 'complementary', 'Context').querySelectorAll('time')])
  expect(times).toEqual([of('de', { dateStyle: 'medium', timeStyle: 'short' }), time, time])
  expect(root.querySelector('.note small')?.textContent).toBe(time)
})

it('names beside the thread turn nothing around them, and are there where somebody has none', async () => {
  const nobody = { ...tom, id: 'agent-none', name: '' }
  const { root } = await openConsole((fake) => {
    fake.thread('one').$header.set(header('human', { people: [maria, tom, nobody] }))
    fake.thread('one').$rows.set([tom, nobody].map((author, index) => ({ type: 'note', id: `note-${index}`, seq: index + 1, at: start, author, text: 'Called' })))
  }, { open: 'one' })
  expect(textsOf([...root.querySelectorAll('.note-by bdi')])).toEqual(['Tom Adeyemi', 'Agent'])
  expect(textsOf([...root.querySelectorAll('.fields dd > bdi')])).toEqual(['Maria Jensen', 'Tom Adeyemi', 'Agent'])
})
