import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserFiles } from '../../src/hub/adapters/node.ts'

describe('the browser builds behind a server of Node', () => {
  const files = browserFiles()
  const other = browserFiles({ path: '/chat' })
  const server = createServer((request, response) => {
    if (!files(request, response) && !other(request, response)) response.writeHead(404).end('elsewhere')
  })
  let base = ''
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('are scripts that are asked for again, and answered with no body when they are the same', async () => {
    for (const path of ['/handback/element.js', '/handback/widget.js', '/handback/themes.js', '/handback/console.js', '/chat/element.js']) {
      const response = await fetch(base + path)
      expect([path, response.status]).toEqual([path, 200])
      expect(await response.text()).not.toBe('')
      const at = (name: string) => response.headers.get(name) ?? ''
      expect(at('content-type')).toBe('text/javascript; charset=utf-8')
      expect(at('x-content-type-options')).toBe('nosniff')
      expect(at('cache-control')).toBe('no-cache')
      // a script of a module is not run on a page of another origin, nor in a sandboxed frame, without it
      expect(at('access-control-allow-origin')).toBe('*')
      const again = await fetch(base + path, { headers: { 'if-none-match': at('etag') } })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
  })

  it('bring every part that they load, kept for ever', async () => {
    const seen = new Set<string>()
    const load = async (name: string): Promise<void> => {
      if (seen.has(name)) return
      seen.add(name)
      const response = await fetch(`${base}/handback/${name}`)
      expect([name, response.status]).toEqual([name, 200])
      if (seen.size > 1) expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const parts = [...(await response.text()).matchAll(/(?:from|import)\s*\(?\s*["']\.\/([\w-]+\.js)["']/g)]
      for (const [, part] of parts) await load(part ?? '')
    }
    await load('element.js')
    expect(seen.size).toBeGreaterThan(2)
  })

  it('are all there is', async () => {
    const paths = ['/handback', '/handback/', '/handback/console.d.ts', '/handback/..%2findex.js', '/handback/none.js', '/element.js', '//', '/handback/constructor']
    for (const path of paths) expect([path, (await fetch(base + path)).status]).toEqual([path, 404])
    expect((await fetch(`${base}/handback/element.js`, { method: 'POST' })).status).toBe(404)
    const head = await fetch(`${base}/handback/element.js`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})
