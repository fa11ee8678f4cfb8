import { onTestFinished, vi } from 'vitest'
import type { Chat, ChatOptions } from '../../src/client/index.ts'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { HandbackError, KnownCommand } from '../../src/protocol/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { until } from '../hub/until.ts'
import { hubSide } from './hub-side.ts'
import { scriptedTransport } from './scripted-transport.ts'

export const waitless = (): void => {
  const spy = vi.spyOn(Math, 'random').mockReturnValue(0)
  onTestFinished(() => spy.mockRestore())
}

/** Own and others' messages as `delivery text`, in their order. */
export const bubbles = (chat: Chat): string[] =>
  chat.$messages.get().flatMap((row) => (row.type === 'message' ? [`${row.delivery ?? row.author.kind} ${textOf(row.parts)}`] : []))

/** A chat whose hub is the test. Attempts to connect follow each other at once. */
export function chatWorld(options: Partial<ChatOptions> = {}) {
  waitless()
  const transport = scriptedTransport()
  const storage = options.storage ?? memoryStorage()
  const chat = createChat({ transport, storage, ...options })
  const errors: HandbackError[] = []
  const history: string[][] = []
  chat.on('error', (error) => errors.push(error))
  const stop = chat.$messages.listen(() => history.push(bubbles(chat)))
  onTestFinished(() => {
    stop()
    chat.destroy()
  })
  const commands = () => transport.frames('command')
  return {
    chat,
    transport,
    storage,
    errors,
    /** The bubbles after each change. */
    history,
    commands,
    nextCommand: (count: number) => until(() => commands()[count - 1]),
    /** Sends a first message and answers it, until the chat is live in its conversation. */
    async begin(text = 'Hello') {
      await chat.sendMessage(text)
      const frame = await until(() => commands().at(-1))
      const hub = hubSide(frame.conversation)
      hub.take(frame.command as KnownCommand)
      transport.say(hub.ack(frame))
      await until(() => transport.frames('follow').length > 0)
      transport.say(hub.snapshot())
      await until(() => chat.$connection.get() === 'live')
      return hub
    },
  }
}
