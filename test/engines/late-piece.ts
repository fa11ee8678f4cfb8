import type { Agent } from './agent.ts'
import type { Front } from './front.ts'
import type { Step } from './steps.ts'
import { until } from './until.ts'
import { at } from './visitor.ts'
import type { Visitor } from './visitor.ts'

/** A rating whose code cannot be fetched at first, on a narrow window: Firefox never asks again for a module that failed. */
export const latePiece = ({ driven, ...sees }: Visitor, agent: Agent, base: string, front: Front): readonly Step[] => [
  ['at 390 px another visitor comes to a person', async () => {
    await driven.resize(390, 844)
    await driven.goto(base)
    await driven.click(at.launcher)
    await sees.focused(at.box)
    await sees.fits()
    await driven.click(at.help)
    await agent.takeOver('Hello again.')
    await sees.sees(at.log, 'Hello again.')
  }],
  ['a piece that could not be fetched is told of', async () => {
    front.fail(/\/survey-[^/]+\.js/, 2)
    await agent.handBack()
    await sees.sees('[part~="panel"]', 'That didn’t work. Please try again.')
    await until(() => front.left === 0, 'the piece was asked for again')
  }],
  ['it comes by itself, and what told of it goes', async () => {
    await sees.stands(at.survey)
    await until(async () => !(await driven.run(() => window.engines.text('[part~="panel"]'))).includes('That didn’t work'), 'what told of it has gone')
    await sees.fits()
    await driven.click(`${at.survey} label:nth-child(6)`)
    await driven.click(`${at.survey} button:not([type])`)
    await sees.sees(at.log, 'You rated this conversation 6 out of 7')
  }],
  ['the page complained of that once, and of nothing else', () => sees.complains('handback:error: The chat could not be loaded.')],
]
