import { bot, story, visitor } from '../rows.ts'
import type { GalleryState, Hand } from '../state.ts'

const opening = () => {
  const { says } = story(20)
  return [says(visitor, 'When does my card arrive?'), says(bot, 'In 3–5 working days.')]
}

/** A recogniser of speech that has understood something, or may not listen. */
const recogniser = (heard: string | undefined) =>
  class extends EventTarget {
    start(): void {
      if (heard === undefined) this.dispatchEvent(Object.assign(new Event('error'), { error: 'not-allowed' }))
      else this.dispatchEvent(Object.assign(new Event('result'), { results: [[{ transcript: heard }]] }))
    }
    abort(): void {}
  }

async function dictate(hand: Hand, heard: string | undefined, then: string): Promise<void> {
  Object.assign(globalThis, { SpeechRecognition: recogniser(heard) })
  await hand.press('[part=dictate]')
  await hand.find(then)
}

/** One after the other: what they speak to is the page's. */
export const dictation: readonly GalleryState[] = [
  {
    name: 'listening', title: 'What is said is written', picture: { rows: opening() }, last: true,
    after: async (hand) => {
      await dictate(hand, 'I ordered it two weeks ago and it has', '[part=dictate][aria-pressed=true]')
      const box = (await hand.find('textarea')) as HTMLTextAreaElement
      while (!box.value) await new Promise((resolve) => requestAnimationFrame(resolve))
    },
  },
  { name: 'listening-failed', title: 'It may not listen', picture: { rows: opening() }, last: true, after: (hand) => dictate(hand, undefined, '.told:not([hidden])') },
]
