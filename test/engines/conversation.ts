import type { Agent } from './agent.ts'
import type { Driven } from './driven.ts'
import type { Step } from './steps.ts'
import { until } from './until.ts'
import { at } from './visitor.ts'
import type { Visitor } from './visitor.ts'

const question = 'How do I activate my card?'

/** In the page: how many different lengths the newest answer had until its source stood there. */
function growth(): Promise<number> {
  const lengths = new Set<number>()
  return new Promise((resolve) => {
    const look = (): void => {
      const answer = [...(window.engines.find('[role="log"]')?.querySelectorAll('[part~="message-bot"]') ?? [])].at(-1)
      lengths.add(answer?.textContent?.length ?? 0)
      if (answer?.querySelector('[part~="citation"]')) resolve(lengths.size)
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** The number that is chosen, as soon as that is another than before. */
const checked = (driven: Driven, before = 0): Promise<number> =>
  until(async () => {
    const score = await driven.run((css: string) => Number((window.engines.find(css) as HTMLInputElement | undefined)?.value ?? 0), `${at.survey} input:checked`)
    return score !== 0 && score !== before && score
  }, 'another number is chosen')

/** One whole conversation: bot, queue, person, bot, rating, and the page loaded anew. */
export const conversation = ({ driven, ...sees }: Visitor, agent: Agent, base: string): readonly Step[] => [
  ['the launcher stands there', async () => {
    await driven.resize(1280, 860)
    await driven.goto(base)
    await sees.stands(at.launcher)
  }],
  ['it opens, and the focus is in the box', async () => {
    await driven.click(at.launcher)
    await sees.sees(at.status, 'Chatting with AI Assistant')
    await sees.focused(at.box)
  }],
  ['an answer streams in, with Markdown and its source', async () => {
    // no click: what is typed goes where the focus was put
    await driven.type(question)
    await driven.press('Enter')
    const lengths = await driven.run(growth)
    if (lengths < 5) throw new Error(`The answer came in ${lengths} pieces`)
    await sees.sees(`${at.log} [part~="message-bot"] ol li`, 'open Cards')
    await sees.sees(`${at.log} [part~="citation"][href$="/articles/activate_my_card"]`, 'Activate your new card')
  }],
  ['the menu opens, and closes by Escape', async () => {
    await driven.click('button[aria-haspopup="menu"]')
    await sees.focused('[role="menuitem"], [role="menuitemcheckbox"]')
    await driven.press('Escape')
    await sees.stands('[role="menu"]', false)
    await sees.focused('button[aria-haspopup="menu"]')
  }],
  ['who asks for a person waits, may take it back, and asks again', async () => {
    await driven.click(at.help)
    await sees.sees(at.status, 'Connecting to agent…')
    await sees.sees(at.help, 'Waiting for a person')
    await driven.click(at.cancel)
    await sees.sees(at.log, 'I’ve cancelled the request')
    await driven.click(`${at.help}:not(:disabled)`)
    await sees.sees(at.help, 'Waiting for a person')
  }],
  ['a person comes, and her words are seen', async () => {
    await agent.takeOver('Hello, I am Sarah.')
    await sees.sees(at.status, 'Chatting with Sarah')
    await sees.sees(at.log, 'Hello, I am Sarah.')
    await sees.say('Thank you, Sarah')
    await agent.reads('Thank you, Sarah')
  }],
  ['she hands back, and the rating is given by the keyboard', async () => {
    await agent.handBack()
    await sees.stands(at.survey)
    await driven.click(at.box)
    await sees.tabTo('input[type="radio"]', 'Shift')
    await driven.press('Space')
    // which one Tab comes to is the browser's own choice
    for (let score = await checked(driven); score !== 5; score = await checked(driven, score)) await driven.press(score < 5 ? 'Right' : 'Left')
    await sees.tabTo(`${at.survey} button:not([type])`)
    await driven.press('Enter')
    await sees.sees(at.log, 'Thank you for your feedback.')
    await sees.sees(at.log, 'You rated this conversation 5 out of 7')
  }],
  ['the page complained of nothing', () => sees.complains()],
  ['loaded anew, the thread is still there', async () => {
    await driven.goto(base)
    await sees.stands(at.log)
    for (const text of [question, 'Hello, I am Sarah.', 'Thank you, Sarah', 'You rated this conversation 5 out of 7']) await sees.sees(at.log, text)
  }],
  ['at 390 px nothing is wider than the window', async () => {
    await driven.resize(390, 844)
    await sees.fits()
  }],
  ['the new page complained of nothing either', () => sees.complains()],
]
