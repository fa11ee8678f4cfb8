import { render } from 'preact'
import { Markdown } from '../../src/ui/markdown.tsx'
import type { FakeChat } from '../widget/fake-chat.ts'
import { foundIn } from './look.ts'
import { drawn, until } from './pace.ts'

const copy = { copyCode: 'Copy', copied: 'Copied' }

/** What the words of an unfinished answer are where nothing of it was there before. */
function afresh(place: HTMLElement, text: string): string {
  render(<Markdown key={text} text={text} done={false} base={document.baseURI} copy={copy} />, place)
  return place.firstElementChild?.innerHTML ?? ''
}

/**
 * Streams a text into an open widget, so many letters at once, and looks at what is drawn at each step: it has to be all that has come, and nothing
 * that should not be there. Returns how often it looked, and what was wrong.
 */
export async function letterByLetter(root: ShadowRoot, fake: FakeChat, text: string, step: number): Promise<{ readonly steps: number; readonly wrong: string[] }> {
  const wrong: string[] = []
  const beside = document.createElement('div')
  let steps = 0
  fake.$streaming.set(null)
  fake.load([])
  fake.state({ conversation: 'conversation-1' })
  await drawn()
  for (let end = Math.min(step, text.length); ; end = Math.min(end + step, text.length)) {
    const begun = text.slice(0, end)
    fake.streams(begun)
    await drawn()
    const words = () => root.querySelector('[aria-busy=true] > .md')
    const shown = steps === 0 ? await until('an answer that is being written', words) : words()
    steps += 1
    const place = `streamed to letter ${end}`
    const whole = afresh(beside, begun)
    if (shown?.innerHTML !== whole) wrong.push(`${place}: ${shown?.innerHTML.slice(-200)} is drawn, not ${whole.slice(-200)}`)
    wrong.push(...foundIn(shown?.closest('[part~=row]') ?? root).map((what) => `${place}: ${what}`))
    if (end === text.length) break
  }
  render(null, beside)
  fake.$streaming.set(null)
  return { steps, wrong }
}
