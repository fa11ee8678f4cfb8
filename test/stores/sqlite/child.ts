import { rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { sqliteStore } from '../../../src/stores/sqlite.ts'
import { isHandbackError } from '../../../src/protocol/index.ts'
import { scribe } from '../../../src/testing/store-fixtures.ts'

/** A process of its own with a store, for what one process cannot show. Tells each step as a line on its output. */
const [task = '', path = '', count = '0'] = process.argv.slice(2)
const tell = (line: string): void => {
  writeSync(1, `${line}\n`)
}
const codeOf = (error: unknown): string => (isHandbackError(error) ? `${error.code} ${error.retryable}` : String(error))

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  /** Holds the file until it is killed. */
  async hold() {
    const store = sqliteStore({ path })
    tell('open')
    // a store that nobody holds any more may be collected, and its lock with it
    setInterval(() => store.name, 60_000)
  },
  async open() {
    try {
      const store = sqliteStore({ path })
      tell('open')
      await store.close()
    } catch (error) {
      tell(codeOf(error))
    }
  },
  /** One append after the other, each told when it is acknowledged. */
  async sequential() {
    const store = sqliteStore({ path })
    const writer = scribe(store, 'conversation-1')
    tell('start')
    for (let number = 1; count === '0' || number <= Number(count); number += 1) {
      await writer.write().then(() => tell(`ack ${number}`), (error: unknown) => tell(`refused ${codeOf(error)}`))
    }
    tell('done')
    await store.close()
  },
  /** Appends to different conversations, all in one tick. */
  async concurrent() {
    const store = sqliteStore({ path })
    // The pragmas of opening are over once the loop has turned.
    await turn()
    tell('start')
    const writers = Array.from({ length: Number(count) }, (_, index) => scribe(store, `conversation-${index}`))
    const outcomes = await Promise.allSettled(writers.map((writer) => writer.write()))
    tell(`acks ${outcomes.filter((outcome) => outcome.status === 'fulfilled').length}`)
    tell('done')
    await store.close()
  },
  /** Fills a small disk until an append is refused, makes room, and goes on with the same store. */
  async fill() {
    const ballast = join(dirname(path), 'ballast')
    writeFileSync(ballast, Buffer.alloc(2_000_000))
    const store = sqliteStore({ path })
    const writer = scribe(store, 'conversation-1')
    const write = (): Promise<string> => writer.write({ data: 'x'.repeat(50_000) }).then(() => 'ok', codeOf)
    let outcome = await write()
    while (outcome === 'ok') outcome = await write()
    tell(`full: ${outcome}`)
    tell(`still full: ${await write()}`)
    tell(`readable: ${(await store.load('conversation-1'))?.seq === writer.events.length}`)
    rmSync(ballast)
    tell(`room again: ${await write()}`)
    await store.close()
    const again = sqliteStore({ path })
    const events = await again.read('conversation-1', { after: { log: 1, seq: 0 }, limit: 10_000 })
    tell(`kept all: ${events.length > 1 && events.length === writer.events.length}`)
    await again.close()
  },
}

await tasks[task]?.()
