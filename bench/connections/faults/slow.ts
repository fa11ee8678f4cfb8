import { type Socket, connect } from 'node:net'
import { createTokens } from '../../../src/hub/index.ts'
import { percentile } from '../report.ts'
import type { Scenario } from '../scenario.ts'
import { KEY } from '../settings.ts'
import type { Stage } from '../stage.ts'
import { until } from '../timing.ts'

const STALLED = 30
/** A thread that takes a while to be read. */
const LONG = 40
const TEXT = 'x'.repeat(8_000)
/** What the hub may grow by for each who does not read, in bytes: 1 MiB may wait for them, the rest is what the collector has not come to yet. */
const MEMORY = 16_000_000
/** How long others may wait for an acknowledgement, in ms. */
const WAIT = 5_000

/** Takes a stream up to its hello and then nothing more. */
function stall(port: number, token: string): Promise<{ readonly socket: Socket; readonly link: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let head = ''
    socket.on('error', reject)
    socket.on('data', (bytes) => {
      head += bytes.toString('latin1')
      const link = /"link":"([\w-]+)"/.exec(head)?.[1]
      if (link === undefined) return
      socket.pause()
      resolve({ socket, link })
    })
    socket.write(`GET /handback/stream?follow=me HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer ${token}\r\n\r\n`)
  })
}

/** How long each acknowledgement since then took, in ms. */
const waits = (stage: Stage, since: number): number[] =>
  stage.pairs.flatMap(({ visitor, agent }) =>
    [...visitor.written, ...agent.written].flatMap(({ at, acked }) => (at >= since && acked !== undefined ? [acked - at] : [])),
  )

/** F22: readers that read nothing, each of whom asks for a long thread again and again. */
const stalled: Scenario = {
  fault: 'F22',
  name: `${STALLED} readers that stall`,
  lanes: 1,
  async hurt(stage) {
    const [pair] = stage.pairs
    if (!pair) return
    const name = pair.visitor.written[0]?.who ?? ''
    const { token } = await createTokens(KEY).issue({ sub: `visitor-${name}`, role: 'visitor', name })
    for (let count = 0; count < LONG; count += 1) pair.visitor.write(`${count} ${TEXT}`)
    await until(() => pair.visitor.written.every(({ acked }) => acked !== undefined), 60_000)

    const usual = percentile(waits(stage, 0), 0.99)
    const before = stage.hub.memory().now
    const start = performance.now()
    const readers = await Promise.all(Array.from({ length: STALLED }, () => stall(stage.hub.port, token)))
    let cut = 0
    await Promise.all(
      readers.map(async ({ link }) => {
        const body = JSON.stringify({ frames: [{ t: 'follow', follow: { topic: `conversation:${pair.conversation}` } }] })
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'handback-link': link }
        for (let round = 0; round < 60; round += 1) {
          const answer = await fetch(`http://127.0.0.1:${stage.hub.port}/handback/frames`, { method: 'POST', headers, body })
          await answer.text()
          // the hub no longer knows this link
          if (answer.status === 404) {
            cut += 1
            return
          }
        }
      }),
    )
    await stage.rest(10_000)
    const each = (stage.hub.memory().peak - before) / STALLED
    const slowest = percentile(waits(stage, start), 0.99) ?? 0
    Object.assign(stage.figures, { cut, 'kB per reader': each / 1e3, 'usual ack p99': usual, 'ack p99 meanwhile': slowest })
    stage.promise(cut === STALLED, `only ${cut} of ${STALLED} readers that stall were cut`)
    stage.promise(each < MEMORY, `each reader that stalls took ${Math.round(each / 1e3)} kB`)
    stage.promise(slowest < WAIT, `others waited ${Math.round(slowest)} ms for an acknowledgement`)
    for (const { socket } of readers) socket.destroy()
  },
}

/** The same for real visitors: they are cut, come back with their cursors, and miss nothing. */
const crawling: Scenario = {
  fault: 'F22',
  name: 'visitors read 1 B/s',
  async hurt(stage) {
    stage.visitorLine.set({ rate: 1 })
    for (const { agent } of stage.pairs) for (let count = 0; count < LONG; count += 1) agent.write(`${count} ${TEXT}`)
    await stage.rest(60_000)
    stage.visitorLine.set({})
  },
}

export const slowRows: readonly Scenario[] = [stalled, crawling]
