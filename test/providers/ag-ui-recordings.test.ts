import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agUi } from '../../src/providers/ag-ui.ts'
import { bodyOf, collect, question, random, single, whole, type Outcome } from './streams.ts'

interface Expectation {
  readonly protocol: string
  readonly events: readonly string[]
  readonly expected: { readonly newMessages: readonly { readonly role: string; readonly content?: string }[] }
}

const chunkings: Readonly<Record<string, (data: Uint8Array) => Uint8Array[]>> = {
  'in one piece': whole,
  'byte by byte': single,
  'cut at random': (data) => random(data, data.length),
}

const folder = process.env['HANDBACK_RECORDINGS'] ?? join(import.meta.dirname, '../../../shared/recordings')
const present = existsSync(join(folder, 'expected.json'))
if (!present) console.log(`No recorded streams in ${folder}: none of AG-UI is read.`)
const all = present ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expectation>) : {}
const runs = Object.entries(all).filter(([, { protocol }]) => protocol === 'ag-ui')

function read(pieces: readonly Uint8Array[]): Promise<Outcome> {
  const fetch = (): Promise<Response> => Promise.resolve(new Response(bodyOf(pieces), { headers: { 'content-type': 'text/event-stream' } }))
  const request = question('Hi', { conversation: 'conversation-1', turn: 'turn-1', system: 'Be brief.' })
  return collect(agUi({ url: 'http://agent.test/', fetch }).reply(request, { signal: new AbortController().signal }))
}

describe('recorded runs of AG-UI', () => {
  it('are there, or are said to be missing', () => {
    expect(runs.length > 0).toBe(present)
  })

  for (const [file, { events, expected }] of runs) {
    const data = present ? readFileSync(join(folder, file)) : Buffer.alloc(0)
    const said = data.toString('utf8')
    for (const [cut, pieces] of Object.entries(chunkings)) {
      it(`give what ${file} says, ${cut}`, async () => {
        const { text, parts, error } = await read(pieces(data))
        expect(text).toBe(expected.newMessages.flatMap(({ role, content }) => (role === 'assistant' && content) || []).join('\n\n'))
        if (events.includes('RUN_ERROR')) {
          const [, message = ''] = /"message":"([^"]*)"/.exec(said) ?? []
          expect(error).toMatchObject({ code: expect.stringMatching(/^provider\//) as string, cause: { message } })
          expect(String(error)).not.toContain(message)
        } else {
          expect(error).toBeUndefined()
          expect(parts.at(-1)?.type).toBe('finish')
          expect(parts.filter(({ type }) => type === 'handoff-request').length).toBe(said.includes('"type":"interrupt"') ? 1 : 0)
        }
      })
    }

    it(`take no part of ${file} for the whole`, async () => {
      const end = data.lastIndexOf('}')
      for (let at = 0; at < end; at += 1) {
        const { error, parts } = await read([data.subarray(0, at)])
        expect(error, `cut at ${at}`).toMatchObject({ code: 'provider/truncated' })
        expect(parts.some(({ type }) => type === 'finish')).toBe(false)
      }
    })
  }

  it('ask for a person with the words of the interrupt', async () => {
    const file = 'ag-ui/aimock-interrupt.sse'
    const parts = file in all ? (await read(whole(readFileSync(join(folder, file))))).parts : []
    expect(parts.slice(1)).toEqual(
      file in all ? [{ type: 'handoff-request', reason: 'human_approval', summary: 'Approve refund?' }, { type: 'finish', reason: 'stop' }] : [],
    )
  })
})
