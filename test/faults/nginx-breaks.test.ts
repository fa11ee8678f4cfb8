import { describe, expect, it } from 'vitest'
import { startHub } from './hub.ts'
import { startHubProcess } from './hub-process.ts'
import { startLoad } from './load.ts'
import { startNginx } from './nginx.ts'
import { startScene } from './people.ts'
import { mustAgree } from './scene.ts'
import { figures, until } from './waiting.ts'

describe('an nginx that is reloaded under load', () => {
  it.each([
    { name: 'and lets old connections end by themselves', main: [] },
    { name: 'and cuts old connections after a second', main: ['worker_shutdown_timeout 1s'] },
  ])('loses nothing and doubles nothing: $name', async ({ name, main }) => {
    const hub = await startHub()
    const nginx = await startNginx({ upstream: hub.port, main })
    const scene = await startScene({ endpoint: nginx.endpoint })
    const load = startLoad(scene)
    const opened = hub.requests('/stream').length
    for (let round = 1; round <= 3; round += 1) {
      const [written, streams] = [load.written(), hub.requests('/stream').length]
      await nginx.reload()
      await until(() => load.written() > written + 30 && (main.length === 0 || hub.requests('/stream').length > streams))
    }
    await load.stop()
    const began = performance.now()
    await mustAgree(await scene.settled(), hub.store)
    figures(`nginx reload, ${name}`, {
      reloads: 3,
      written: load.written(),
      'streams opened anew': hub.requests('/stream').length - opened,
      'all there after ms': performance.now() - began,
    })
    // the last reload may have cut the stream a moment ago
    await until(() => scene.chat.$connection.get() === 'live')
    expect(scene.chat.$connection.get()).toBe('live')
  })
})

describe('a hub behind nginx', () => {
  it('is killed and started again under load, and everybody recovers', async () => {
    const hub = await startHubProcess()
    const nginx = await startNginx({ upstream: hub.port })
    const scene = await startScene({ endpoint: nginx.endpoint })
    const load = startLoad(scene)
    const recoveries: number[] = []
    for (let round = 1; round <= 3; round += 1) {
      const [written, bad] = [load.written(), nginx.answers().filter((line) => line.endsWith(' 502')).length]
      await until(() => load.written() > written + 20)
      await hub.kill()
      await until(() => nginx.answers().filter((line) => line.endsWith(' 502')).length > bad + 2)
      await hub.start()
      const began = performance.now()
      await until(() => scene.chat.$connection.get() === 'live' && scene.desk.$connection.get() === 'live')
      recoveries.push(performance.now() - began)
    }
    await load.stop()
    await mustAgree(await scene.settled(), hub.store)
    figures('hub behind nginx killed', {
      times: 3,
      written: load.written(),
      'answers 502': nginx.answers().filter((line) => line.endsWith(' 502')).length,
      'recovery ms': recoveries.map(Math.round).join('/'),
    })
  }, 120_000)

  it('stands still until nginx gives up for it (504), and everybody recovers when it goes on', async () => {
    const hub = await startHubProcess()
    const nginx = await startNginx({ upstream: hub.port, directives: ['proxy_read_timeout 2s'] })
    const scene = await startScene({ endpoint: nginx.endpoint })
    const load = startLoad(scene)
    const late = (): number => nginx.answers().filter((line) => line.endsWith(' 504')).length
    await until(() => load.written() > 20)
    const before = late()
    hub.pause()
    await until(() => late() > before + 2)
    hub.resume()
    const [began, written] = [performance.now(), load.written()]
    await until(() => load.written() > written + 20)
    await load.stop()
    await mustAgree(await scene.settled(), hub.store)
    const after = performance.now() - began
    figures('hub behind nginx stands still', { 'answers 504': late(), written: load.written(), 'all there ms after it goes on': after })
  }, 120_000)

  it('gets no message that is larger than nginx lets through: it fails by name, and the rest goes on', async () => {
    const hub = await startHub()
    const nginx = await startNginx({ upstream: hub.port, directives: ['client_max_body_size 4k'] })
    const scene = await startScene({ endpoint: nginx.endpoint, agentEndpoint: hub.endpoint })
    const large = 'large '.repeat(1_000).trim()
    await scene.visitorSays('Before')
    await scene.visitorSays(large)
    await scene.visitorSays('After')
    await scene.agentSays('An answer')
    await until(() => scene.shown().includes('visitor: After') && scene.shown().includes('agent: An answer'))
    await until(() => scene.chat.$messages.get().some((row) => row.type === 'message' && row.delivery === 'failed'))
    await mustAgree(await scene.settled([large]), hub.store)
    const failed = scene.chat.$messages.get().flatMap((row) => (row.type === 'message' && row.delivery === 'failed' ? [row.failure] : []))
    const answers = nginx.answers().filter((line) => line.endsWith(' 413'))
    figures('nginx, body limit', { 'answers 413': answers.length, failed: failed.join(' '), state: scene.chat.$connection.get() })
    expect(failed).toEqual(['request/too-large'])
    expect(answers).toHaveLength(1)
    expect(scene.chat.$connection.get()).toBe('live')
  })
})
