import { expect, test } from 'vitest'
import { createSounds } from '../../src/widget/sounds.ts'
import type { SoundsOptions } from '../../src/widget/sounds.ts'
import { playTone } from '../../src/widget/tone.ts'
import { bot, createFakeChat } from './fake-chat.ts'

function listen(options: Partial<SoundsOptions> = {}) {
  const fake = createFakeChat()
  const kept: string[] = []
  let played = 0
  const sounds = createSounds({
    chat: fake.chat,
    memory: { get: () => undefined, set: (...all) => void kept.push(all.join(' ')) },
    onError: (error) => expect.unreachable(String(error)),
    play: async () => void (played += 1),
    ...options,
  })
  return { fake, sounds, kept, played: () => played, alert: () => fake.emit('alert', fake.says(bot, 'Hello')) }
}

test('messages make no sound until somebody asks for it; it is heard then, and remembered', () => {
  const { sounds, kept, played, alert } = listen()
  alert()
  expect([sounds.$on.get(), played(), kept]).toEqual([false, 0, []])
  sounds.set(true)
  expect([sounds.$on.get(), played()]).toEqual([true, 1])
  alert()
  expect([played(), kept]).toEqual([2, ['sound on']])
  sounds.set(false)
  alert()
  expect([played(), kept]).toEqual([2, ['sound on', 'sound off']])
})

test('what was chosen before counts more than what the page wants', () => {
  const on = (known: string | undefined, sound?: boolean) =>
    listen({ ...(sound !== undefined && { sound }), memory: { get: () => known, set: () => {} } }).sounds.$on.get()
  expect([on(undefined), on(undefined, true), on('off', true), on('on', false)]).toEqual([false, true, false, true])
})

test('nothing is heard after the stop, and a tone that fails is told', async () => {
  const errors: unknown[] = []
  const gone = new Error('gone')
  const { fake, sounds, alert } = listen({ sound: true, play: () => Promise.reject(gone), onError: (error) => void errors.push(error) })
  alert()
  await Promise.resolve()
  await Promise.resolve()
  sounds.stop()
  alert()
  await Promise.resolve()
  await Promise.resolve()
  expect([errors, fake.listening()]).toEqual([[gone], 0])
})

/** Writes down what is played. */
function speaker() {
  const voices: { pitch: number; from: number; to: number; ended?: () => void }[] = []
  let closed = 0
  class Speaker {
    currentTime = 10
    destination = {}
    createOscillator() {
      const voice = {
        pitch: 0, from: 0, to: 0,
        frequency: { set value(pitch: number) { voice.pitch = pitch } },
        connect: () => ({ connect: () => {} }),
        start: (at: number) => void (voice.from = at),
        stop: (at: number) => void (voice.to = at),
        addEventListener: (_type: 'ended', ended: () => void) => void Object.assign(voice, { ended }),
      }
      voices.push(voice)
      return voice
    }
    createGain() {
      return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} } }
    }
    async close() {
      closed += 1
    }
  }
  return { AudioContext: Speaker as unknown as typeof AudioContext, voices, closed: () => closed }
}

test('a tone is short, and leaves nothing behind', () => {
  const { AudioContext, voices, closed } = speaker()
  playTone({ AudioContext, touched: true })
  expect(voices.map(({ pitch }) => pitch)).toEqual([587.33, 783.99])
  expect(Math.max(...voices.map(({ to }) => to)) - 10).toBeLessThan(1)
  voices.at(-1)?.ended?.()
  expect(closed()).toBe(1)
})

test('a page that nobody has touched stays silent, and so does a browser that cannot', () => {
  const { AudioContext, voices } = speaker()
  playTone({ AudioContext, touched: false })
  playTone({ AudioContext: undefined, touched: true })
  expect(voices).toEqual([])
})
