import { expect, it } from 'vitest'
import { defaultLog } from '../../src/hub/log.ts'
import { HandbackError } from '../../src/protocol/index.ts'

const linesOf = (work: (log: ReturnType<typeof defaultLog>) => void): Record<string, unknown>[] => {
  const lines: string[] = []
  work(defaultLog({ write: (line) => lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

it('an error is told by its name, words, code and causes, without a stack', () => {
  const disk = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  const error = new HandbackError('store/full', 'The disk is full.', { cause: disk })
  const [line] = linesOf((log) => log.error({ conversation: 'conversation-1', error }, 'The store failed'))
  expect(line).toMatchObject({ msg: 'The store failed', conversation: 'conversation-1' })
  expect(line?.['error']).toEqual({
    name: 'HandbackError', message: 'The disk is full.', code: 'store/full', cause: { name: 'Error', message: 'no space left', code: 'ENOSPC' },
  })
})

it('what is no error stays as it is, and causes that go round have an end', () => {
  const round = new Error('a')
  round.cause = round
  const [plain, endless] = linesOf((log) => {
    log.warn({ error: { status: 500 } }, 'x')
    log.warn({ error: round }, 'x')
  })
  expect(plain?.['error']).toEqual({ status: 500 })
  expect(JSON.stringify(endless?.['error']).match(/"message":"a"/g)).toHaveLength(6)
})
