/** What a tone needs of a browser. */
export interface ToneEnvironment {
  readonly AudioContext: (new () => AudioContext) | undefined
  /** Whether somebody has pressed something on this page: before that browsers keep pages silent, and complain. */
  readonly touched: boolean
}

const here = (): ToneEnvironment => ({ AudioContext: globalThis.AudioContext, touched: navigator.userActivation?.hasBeenActive ?? true })

/** Two soft notes, a fourth apart, in hertz; each begins this many seconds after the first. */
const notes = [[587.33, 0], [783.99, 0.11]] as const
const long = 0.5
const loud = 0.06

/** A short soft tone, made here: nothing is requested. Silent where pages must be. */
export function playTone({ AudioContext, touched } = here()): void {
  if (!AudioContext || !touched) return
  const context = new AudioContext()
  const begin = context.currentTime
  notes.forEach(([pitch, after], index) => {
    const voice = context.createOscillator()
    const volume = context.createGain()
    voice.frequency.value = pitch
    volume.gain.setValueAtTime(0, begin + after)
    volume.gain.linearRampToValueAtTime(loud, begin + after + 0.015)
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + after + long)
    voice.connect(volume).connect(context.destination)
    voice.start(begin + after)
    voice.stop(begin + after + long)
    if (index === notes.length - 1) voice.addEventListener('ended', () => void context.close())
  })
}
