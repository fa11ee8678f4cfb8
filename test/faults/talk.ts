import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { startChild } from './child.ts'
import type { TalkArguments, TalkVerbs } from './talk-child.ts'

type Answer<Name extends keyof TalkVerbs> = Awaited<ReturnType<TalkVerbs[Name]>>
type Answers = { readonly [Name in keyof TalkVerbs]: () => Promise<Answer<Name>> }

/** What the child says: the name of what it was told to do, and what came of it. */
interface Said {
  readonly name: string
  readonly value?: unknown
  readonly error?: string
}

/** A visitor and an agent in a process of their own, in a network namespace, who write each `every` ms. They end with the test. */
export async function startTalk(endpoint: string, namespace: string, every = 60): Promise<Answers> {
  const args: TalkArguments = [endpoint, String(every)]
  const child = await startChild('talk-child.ts', args, namespace)
  const exit = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exit
  })
  const ask =
    <Name extends keyof TalkVerbs>(name: Name) =>
    async (): Promise<Answer<Name>> => {
      const answer = new Promise<Said>((resolve) => {
        const hear = (message: Said): void => {
          if (message.name !== name) return
          child.off('message', hear)
          resolve(message)
        }
        child.on('message', hear)
      })
      child.send(name)
      const { value, error } = await Promise.race([answer, exit.then((): Said => ({ name, error: 'The talk has ended.' }))])
      if (error !== undefined) throw new Error(error)
      return value as Answer<Name>
    }
  return { written: ask('written'), exchange: ask('exchange'), end: ask('end') }
}
