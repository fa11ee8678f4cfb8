import { describe, expect, it } from 'vitest'
import type { AIProvider, ReplyPart, ReplyRequest } from '../../../src/contracts/index.ts'
import { createChain } from '../../../src/hub/turns/model/chain.ts'
import { hear, type Heard } from '../../../src/hub/turns/model/hear.ts'
import { createSpeech } from '../../../src/hub/turns/model/speech.ts'
import { HandbackError, type Part } from '../../../src/protocol/index.ts'
import { gates, scripted, type ScriptedReply } from '../../../src/providers/scripted.ts'

const never = new AbortController().signal
const request: ReplyRequest = { conversation: 'c', turn: 'turn-0001', system: 'Be brief.', messages: [], articles: [] }
const down = (message = 'Down.', retryAfter?: number) =>
  new HandbackError('provider/unavailable', message, { retryable: true, ...(retryAfter === undefined ? {} : { retryAfter }) })
const finish: ReplyPart = { type: 'finish', reason: 'stop' }

const chainOf = (providers: readonly AIProvider[], steady: () => number = () => 0) =>
  createChain({
    providers,
    silences: { firstToken: 10_000, idle: 10_000 },
    steady,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })

interface Told {
  readonly heard: Heard
  readonly shown: string
  readonly citations: readonly Part[]
}

async function told(chain: ReturnType<typeof chainOf>, signal = never, before = ''): Promise<Told> {
  const speech = createSpeech({ wish: 'PERSON:', revealing: () => ({ push: (text) => text, end: () => '' }), onText: () => undefined })
  if (before !== '') {
    speech.say(before)
    speech.endRound()
    speech.nextRound()
  }
  const citations: Part[] = []
  const heard = await hear(chain, { signal, requestFor: () => request, speech, own: new Map(), onCitation: (part) => citations.push(part) })
  return { heard, shown: speech.shown, citations }
}
const says = (...replies: readonly ScriptedReply[]): Promise<Told> => told(chainOf(replies.map((reply, at) => scripted([reply], { name: `p${at}` }))))

describe('what a model says of itself', () => {
  it.each([
    [85, 1],
    [-3, 0],
    [0.4, 0.4],
  ])('is a share: %s is heard as %s', async (confidence, share) => {
    expect((await says([{ type: 'signals', confidence }, 'Yes.'])).heard.confidence).toBe(share)
  })

  it('is kept for the next round up to 64 kB, and a larger state is dropped', async () => {
    const call: ReplyPart = { type: 'tool-call', id: '1', name: 'look', input: {} }
    expect((await says([call, { type: 'state', data: 'x'.repeat(65_534) }])).heard.state).toHaveLength(65_534)
    expect((await says([call, { type: 'state', data: 'x'.repeat(65_535) }])).heard).not.toHaveProperty('state')
  })

  it('asks for no round without a call where nothing can go back', async () => {
    const asks: ReplyPart = { type: 'finish', reason: 'tool-call' }
    expect((await says(['Wait.', asks])).heard.again).toBe(false)
    expect((await says(['Wait.', { type: 'state', data: 1 }, asks])).heard.again).toBe(true)
  })

  it('holds 64 calls, and no more', async () => {
    const calls = Array.from({ length: 70 }, (_, at): ReplyPart => ({ type: 'tool-call', id: `${at}`, name: 'look', input: {} }))
    expect((await says(calls)).heard.calls.map(({ id }) => id)).toEqual(Array.from({ length: 64 }, (_, at) => `${at}`))
  })
})

describe('an answer', () => {
  it.each(['word ', '\u200b \n'])('of %j without end is left as soon as nobody would read on', async (piece) => {
    let given = 0
    let left = false
    const endless: AIProvider = {
      specVersion: 1,
      name: 'endless',
      supports: { tools: false, images: false },
      async *reply() {
        try {
          yield { type: 'text-delta', text: 'Well' }
          for (; given < 100_000; given += 1) yield { type: 'text-delta', text: piece }
          yield finish
        } finally {
          left = true
        }
      },
    }
    const { heard, shown } = await told(chainOf([endless]))
    expect(given).toBeLessThan(10_000)
    expect(shown.length).toBeLessThanOrEqual(16_000)
    expect({ whole: heard.whole, left }).toEqual({ whole: false, left: true })
  })

  it('that a refusal ends is what was said, and the words of the refusal where nothing was', async () => {
    const refusal: ReplyPart[] = [{ type: 'refusal', text: 'I cannot help with that.' }, { type: 'finish', reason: 'filtered' }]
    expect(await says(refusal)).toMatchObject({ shown: 'I cannot help with that.', heard: { refused: true, whole: true } })
    expect((await says(['A part.', ...refusal])).shown).toBe('A part.')
  })

  it('that a filter ends without words for it was withheld', async () => {
    await expect(says(['A part.', { type: 'refusal' }, { type: 'finish', reason: 'filtered' }])).rejects.toMatchObject({ code: 'provider/filtered' })
  })

  it('has no source and no state of a provider that failed before its first word', async () => {
    const before: ReplyPart[] = [{ type: 'citation', id: 'a', title: 'A' }, { type: 'state', data: 1 }, { type: 'signals', confidence: 0.1 }]
    const { heard, shown, citations } = await says([...before, down()], ['Here.'])
    expect([shown, citations, heard.provider.name]).toEqual(['Here.', [], 'p1'])
    expect(heard).not.toHaveProperty('state')
    expect(heard).not.toHaveProperty('confidence')
  })

  it('may be empty after words of an earlier round', async () => {
    const { shown } = await told(chainOf([scripted([[]])]), never, 'It is done.')
    expect(shown).toBe('It is done.')
  })
})

describe('providers that all fail', () => {
  it('give the error of the first', async () => {
    await expect(says([down('first')], [down('second')])).rejects.toThrow('first')
  })

  it('that are all left alone say when the first of them may be asked again', async () => {
    const chain = chainOf([scripted([[down('x', 60_000)]]), scripted([[down('x', 20_000)]]), scripted([[down('x', 40_000)]])])
    await expect(told(chain)).rejects.toThrow('x')
    await expect(told(chain)).rejects.toMatchObject({ code: 'provider/unavailable', retryAfter: 20_000 })
  })

  it('are not left alone for what visitors and people stop', async () => {
    const at = gates()
    const provider = scripted(() => ['Well, ', at.gate('never')])
    const chain = chainOf([provider])
    for (let n = 1; n <= 6; n += 1) {
      const stop = new AbortController()
      const heard = told(chain, stop.signal)
      const stopped = expect(heard).rejects.toThrow('stopped')
      for (let turn = 0; turn < 100; turn += 1) await Promise.resolve()
      stop.abort(new Error('stopped'))
      await stopped
    }
    expect(provider.calls).toHaveLength(6)
  })

  it('begin to count anew with each answer', async () => {
    const script: ScriptedReply[] = [true, true, true, true, false, true, true, true, true, false].map((fails) => (fails ? [down()] : ['Yes.']))
    const chain = chainOf([scripted(script)])
    const shown: string[] = []
    for (const _ of script) shown.push(await told(chain).then((each) => each.shown, () => '-'))
    expect(shown.join(' ')).toBe('- - - - Yes. - - - - Yes.')
  })
})
