import { describe, expect, it } from 'vitest'
import { withImages } from '../../../src/hub/turns/model/images.ts'
import { replyMessages } from '../../../src/hub/turns/model/messages.ts'
import { DANGER, sent, visitor } from './logged.ts'

const picture = (blob: string) => ({ type: 'attachment', blob, name: 'a.png', media: 'image/png', size: 3 })
const events = [sent(1, visitor, 'This one', picture('blob-0001')), sent(2, visitor, 'and this', picture('blob-0002'))]
const messages = replyMessages(events, { people: [], budget: 8_000 })
const never = new AbortController().signal

describe('pictures', () => {
  it('that cannot be read stay names, and the others are seen', async () => {
    const read = ({ blob }: { readonly blob: string }): Promise<Uint8Array> =>
      blob === 'blob-0001' ? Promise.reject(new Error('gone')) : Promise.resolve(new Uint8Array([1, 2, 3]))
    expect((await withImages(messages, events, read, never)).map(({ text, images }) => [text, images?.[0]?.data])).toEqual([
      ['This one\n(file: a.png)', undefined],
      ['and this\n(file: a.png)', 'AQID'],
    ])
  })

  it('end with the turn', async () => {
    const stop = new AbortController()
    const read = (): Promise<Uint8Array> => {
      stop.abort(new Error('a person took over'))
      return Promise.reject(new Error('gone'))
    }
    await expect(withImages(messages, events, read, stop.signal)).rejects.toThrow('a person took over')
  })

  it('beside words of danger go to no model, and are not even read', async () => {
    const grave = [sent(1, visitor, DANGER, picture('blob-0001'))]
    const read = (): Promise<Uint8Array> => Promise.reject(new Error('it was read'))
    const shown = await withImages(replyMessages(grave, { people: [], budget: 8_000 }), grave, () => read().catch(() => new Uint8Array(3)), never)
    expect(shown.map(({ images }) => images)).toEqual([undefined])
  })
})
