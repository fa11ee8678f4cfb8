import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArticles } from '../../examples/help-site/articles.ts'
import { complaint } from '../../examples/help-site/complaint.ts'
import { KeyDamaged } from '../../examples/help-site/key.ts'
import { html } from '../../examples/help-site/html.ts'
import { secure } from '../../examples/help-site/http.ts'
import { markdown } from '../../examples/help-site/render.ts'
import { signIn } from '../../examples/help-site/sign-in.ts'
import { site } from '../../examples/help-site/site.ts'
import { topics } from '../../examples/help-site/topics.ts'
import { HandbackError } from '../../src/protocol/index.ts'

const articles = readArticles(fileURLToPath(new URL('../../examples/help-site/knowledge', import.meta.url)))

describe('the articles of the help site', () => {
  it('stand on exactly one shelf each', () => {
    const shelved = topics.flatMap(topic => topic.articles)
    expect(shelved.toSorted()).toEqual(articles.map(article => article.id).toSorted())
  })

  it('are 77, each with a title, questions and a text', () => {
    expect(articles).toHaveLength(77)
    expect(articles.filter(({ title, questions, body }) => title === '' || (questions ?? []).length < 3 || body.length < 200)).toEqual([])
  })
})

describe('the markup of the help site', () => {
  it('escapes every value of a template and keeps templates inside templates', () => {
    const evil = `<img src=x onerror="alert('1')">&`
    const page = html`<p title="${evil}">${[evil, html`<b>${1}</b>`, false, undefined]}</p>`
    const escaped = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;'
    expect(page.html).toBe(`<p title="${escaped}">${escaped}<b>1</b></p>`)
  })

  it('shows raw markup in an article instead of using it', () => {
    expect(markdown('**Tap** <script>alert(1)</script>').html).toBe('<p><strong>Tap</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\n')
  })
})

describe('a start that fails', () => {
  const at = { port: 4280, folder: '/data' }
  const system = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more })

  it('is explained in one sentence where its reader can mend it', () => {
    const errors = [
      new HandbackError('store/locked', 'Locked'),
      new HandbackError('store/newer', 'Newer'),
      new HandbackError('store/unavailable', 'The disk is broken.'),
      system('EADDRINUSE'),
      system('EACCES', { port: 80 }),
      system('EACCES'),
      system('EROFS'),
      system('ENOENT', { path: '/data' }),
      new KeyDamaged('The signing key /data/key is damaged.'),
    ]
    const sentences = errors.map(error => complaint(error, at))
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^\n]+\.$/)
    expect(sentences[1]).toContain('newer version of handback')
    expect(new Set(sentences).size).toBe(errors.length - 2)
  })

  it('keeps its stack when it is a bug', () => {
    expect(complaint(new TypeError('x is not a function'), at)).toBeUndefined()
    expect(complaint(system('ENOENT', { path: '/elsewhere' }), at)).toBeUndefined()
  })
})

describe('the server of the help site', () => {
  const tokens = {
    issue: async (identity: { readonly sub: string }) => ({ token: `token of ${identity.sub}`, expires: 1 }),
    verify: async () => undefined,
    session: async () => undefined,
  }
  const handlers = [site({ articles, search: async question => (question === 'nothing' ? [] : ['card_arrival', 'no_such_article']) }), signIn(tokens)]
  const server = createServer((request, response) => {
    secure(response)
    if (!handlers.some(handle => handle(request, response))) response.writeHead(404).end()
  })
  let base = ''

  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening')
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })

  const post = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<Response> =>
    fetch(`${base}/dev/sign-in`, { method: 'POST', headers, body: JSON.stringify(body) })

  it('serves every article with a policy that allows no script but its own files', async () => {
    const response = await fetch(`${base}/articles/card_arrival`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<h1>Track a new card that has not arrived yet</h1>')
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('has no style or script inside its pages', async () => {
    for (const path of ['/', '/articles/card_arrival', '/search?q=card', '/console']) {
      const page = await (await fetch(base + path)).text()
      expect(page).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/)
    }
  })

  it('escapes what was searched for', async () => {
    const page = await (await fetch(`${base}/search?q=${encodeURIComponent('"><script>')}`)).text()
    expect(page).toContain('&quot;&gt;&lt;script&gt;')
    expect(page).not.toContain('"><script>')
    expect(page).toContain('/articles/card_arrival')
  })

  it('says so when nothing was found', async () => {
    expect(await (await fetch(`${base}/search?q=nothing`)).text()).toContain('Nothing found for “nothing”')
  })

  it('answers 404 with the same headers for what does not exist, and serves nothing outside its folders', async () => {
    for (const path of ['/articles/none', '/assets/none.js', '/assets/..%2Fserver.ts', '/assets/%2e%2e/server.ts', '/handback/..%2f..%2fpackage.json', '//', '/x/y/z']) {
      const response = await fetch(base + path)
      expect([path, response.status]).toEqual([path, 404])
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  it('signs a demonstration identity in, and nobody else', async () => {
    const response = await post({ identity: 'sarah' })
    expect(await response.json()).toEqual({ token: 'token of agent-sarah', expires: 1, me: { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } })
    expect((await post({ identity: 'toString' })).status).toBe(400)
    expect((await post({ identity: 'sarah' }, {})).status).toBe(400)
    expect((await post({ identity: 'sarah', more: 'x'.repeat(2000) })).status).toBe(400)
  })

  it('does not sign in for a page of another origin', async () => {
    const response = await post({ identity: 'sarah' }, { 'content-type': 'application/json', origin: 'https://evil.example' })
    expect(response.status).toBe(403)
  })
})
