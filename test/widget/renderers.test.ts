// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import type { MessageRow } from '../../src/conversation/rows.ts'
import { textOf } from '../../src/protocol/index.ts'
import { bot, sarah, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

let rig: PanelRig
afterEach(() => rig.destroy())

const element = (text: string) => Object.assign(document.createElement('b'), { textContent: text })

describe('what an integrator draws', () => {
  test('stands in the bubble, with all that is ours around it, and is announced in our words', () => {
    rig = openPanel({ renderMessage: (row: MessageRow) => (row.author.kind === 'assistant' ? element(`* ${textOf(row.parts)}`) : undefined) })
    act(() => {
      rig.fake.says(visitor, 'Hi')
      rig.fake.says(bot, '<i>Hello</i>')
    })
    expect(rig.text('.bubble')).toEqual(['Hi', '* <i>Hello</i>'])
    expect(rig.all('.bubble b')).toHaveLength(1)
    expect([rig.text('.who'), rig.said()]).toEqual([['AI Assistant AI'], ['AI Assistant: <i>Hello</i>']])
  })

  test('is drawn again when its row changes', () => {
    rig = openPanel({ renderMessage: (row: MessageRow) => element(textOf(row.parts)) })
    act(() => void rig.fake.streams('You can'))
    act(() => void rig.fake.streams('You can go'))
    act(() => rig.fake.lands())
    expect(rig.text('.bubble b')).toEqual(['You can go'])
  })

  test('says who is there, in place of the line that says so', () => {
    rig = openPanel({ renderStatus: (status) => (status.type === 'agent' ? element(`with ${status.agent.name}`) : undefined) })
    const line = () => rig.one('[role=status]')?.textContent
    expect(line()).toBe('Chatting with AI Assistant')
    act(() => rig.fake.$status.set({ type: 'agent', agent: sarah, away: false }))
    expect([line(), rig.all('[role=status] b').length]).toEqual(['with Sarah', 1])
  })

  test('and throws leaves ours, and is told to the page', () => {
    const error = new Error('theirs')
    const boom = () => {
      throw error
    }
    rig = openPanel({ renderMessage: boom, renderStatus: boom })
    act(() => void rig.fake.says(bot, 'Hello'))
    expect([rig.text('.bubble'), rig.one('[role=status]')?.textContent]).toEqual([['Hello'], 'Chatting with AI Assistant'])
    expect(new Set(rig.errors)).toEqual(new Set([error]))
  })
})
