import type { StoredEvent } from '../../src/protocol/index.ts'
import { until } from '../connections/timing.ts'
import { type End, type Fault, TEXT, WORDS, healthy } from './faults.ts'
import type { Format } from './formats.ts'
import type { Service } from './service.ts'
import { startService } from './service.ts'
import { type Stage, createStage, noticesOf, said } from './stage.ts'

/**
 * `alone`: the service does nothing else. `notice`: the same where a failure is only stated. `once`: after the first request it is well.
 * `beside`: there is a second, healthy one.
 */
export const modes = ['alone', 'notice', 'once', 'beside'] as const
export type Mode = (typeof modes)[number]

/** What a visitor is left with; `notice`: a plain statement that there is no answer; `nothing`: a dead end. */
export type Left = End | 'notice' | 'nothing'

export interface Verdict {
  readonly format: Format
  readonly fault: Fault
  readonly mode: Mode
  readonly left: Left
  /** Milliseconds from the question to that. */
  readonly time: number
  /** How often the faulty service was asked. */
  readonly asked: number
  /** The hub left a service that had not ended. */
  readonly hungUp: boolean
  /** Milliseconds for which the service was still connected then. */
  readonly open: number
  /** Words were shown before it went wrong; and they stay, marked. */
  readonly marked: boolean
  /** Promises that were broken, in words. */
  readonly broken: readonly string[]
}

const ends = ['turn-done', 'turn-aborted', 'turn-failed']

/** Each attempt that began has exactly one end, each call exactly one result. */
export function unended(events: readonly StoredEvent[]): string[] {
  const of = (types: readonly string[], key: (data: Readonly<Record<string, unknown>>) => string): string[] =>
    events.filter(({ type }) => types.includes(type)).map(({ data }) => key(data as Readonly<Record<string, unknown>>))
  const attempt = ({ turn, attempt }: Readonly<Record<string, unknown>>): string => `${String(turn)} ${String(attempt)}`
  const call = ({ call }: Readonly<Record<string, unknown>>): string => String(call)
  const apart = (begun: readonly string[], ended: readonly string[]): boolean => begun.toSorted().join() !== ended.toSorted().join()
  return [
    ...(apart(of(['turn-started'], attempt), of(ends, attempt)) ? ['an attempt without exactly one end'] : []),
    ...(apart(of(['tool-called'], call), of(['tool-returned'], call)) ? ['a call without exactly one result'] : []),
  ]
}

function leftWith(events: readonly StoredEvent[], phase: string): Left {
  const last = said(events).at(-1)
  if (last) return last.cut ? 'part' : 'answer'
  if (phase === 'queued') return 'person'
  return noticesOf(events).includes('answer-failed') ? 'notice' : 'nothing'
}

/** What must come of it, and how often the faulty service may be asked for that. */
function expected({ end, again, final, rounds = 1 }: Fault, mode: Mode): { readonly left: Left; readonly asked: number } {
  if (end === 'person' && mode === 'beside' && !final) return { left: 'answer', asked: 1 }
  if ((again || rounds > 1) && mode === 'once') return { left: 'answer', asked: 2 }
  // who calls without end has not failed: the hub asks for a person
  const stated = end === 'person' && mode === 'notice' && rounds === 1 ? 'notice' : end
  return { left: stated, asked: again ? 2 : rounds }
}

/** Whether this can happen there. */
export const happens = (format: Format, fault: Fault, mode: Mode): boolean => (fault.at?.(format) ?? true) && !(fault.address && mode === 'once')

/** One visitor, one question, one fault. */
export async function runFault(format: Format, fault: Fault, mode: Mode): Promise<Verdict> {
  const well = healthy(format)
  const services: Service[] = []
  const serve = async (answer: Parameters<typeof startService>[0]): Promise<Service> => {
    const service = await startService(answer)
    services.push(service)
    return service
  }
  const faulty = await serve((call) => (mode === 'once' && call.index > 0 ? well(call) : fault.serve(call, format)))
  const second = mode === 'beside' ? await serve(well) : undefined
  const first = format.provider(fault.address ? await fault.address() : faulty.url)
  const began = performance.now()
  const stage = await createStage({
    provider: second ? [first, format.provider(second.url)] : first,
    ...(mode === 'notice' ? { policy: { onFailure: 'notice' } } : {}),
  })
  try {
    const header = await stage.settled()
    const over = performance.now()
    const events = await stage.events()
    const { asked } = faulty
    const closed = await until(() => asked.every(({ open }) => !open), 2_000)
    const left = header ? leftWith(events, header.phase) : 'nothing'
    const wanted = expected(fault, mode)
    const count = fault.address ? wanted.asked : asked.length
    return {
      format,
      fault,
      mode,
      left,
      time: over - began,
      asked: count,
      hungUp: asked.some(({ left: at }) => at !== undefined),
      open: Math.max(0, ...asked.map(({ left: at = 0 }) => at - over)),
      marked: left === 'part',
      broken: [
        ...(left === wanted.left ? [] : [`${left} in place of ${wanted.left}`]),
        ...(count === wanted.asked ? [] : [`asked ${count} times, not ${wanted.asked}`]),
        ...(closed ? [] : ['the service is still connected']),
        ...unended(events),
        ...untrue(stage, events, left, asked, fault),
        ...stage.errors,
      ],
    }
  } finally {
    await stage.close()
    await Promise.all(services.map((service) => service.close()))
  }
}

/** What the visitor has seen must be what stands there, and nobody asks again once they have seen something. */
function untrue(stage: Stage, events: readonly StoredEvent[], left: Left, asked: Service['asked'], { rounds = 1, end }: Fault): string[] {
  const words = said(events).at(-1)?.text ?? ''
  const sights = stage.sights.filter(({ text }) => !words.startsWith(text))
  const early = stage.sights[0]?.at ?? Number.POSITIVE_INFINITY
  const long = words.length > TEXT.length
  const failed = noticesOf(events).includes('answer-failed')
  return [
    // what a filter withdraws is gone
    ...(words !== '' && sights.length > 0 ? ['what was shown is not what was kept'] : []),
    ...(left === 'answer' && words !== TEXT ? [`other words: ${words.slice(0, 80)}`] : []),
    ...(left === 'part' && !long && !WORDS.join('').startsWith(words) ? [`other words: ${words.slice(0, 80)}`] : []),
    ...(asked.slice(1).some(({ at }) => at > early) ? ['asked again after words were shown'] : []),
    ...(stage.runs() > (rounds > 1 ? rounds - 1 : 0) ? [`the tool ran ${stage.runs()} times`] : []),
    ...(end === 'part' && left === 'part' && words.trim() === '' ? ['an empty message'] : []),
    ...((left === 'notice' || left === 'part') && !long && !failed ? ['nobody said that there is no answer'] : []),
  ]
}
