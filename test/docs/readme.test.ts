import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { exportsMap } from '../../scripts/entries.ts'
import { root } from '../import-graph.ts'
import { complaints } from '../types/compile.ts'

const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code)
/** Whole files of README, each to be copied as it stands: a site with the chat, and the same with the agents' console. */
const sites = blocks.filter((code) => code.includes('browserFiles()'))
const [plain = '', manned = ''] = sites

/** One of them runs, with the built package; resolves with its address. */
async function running(site: string, password?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'handback-readme-'))
  const map = exportsMap()
  const at = (name: string) => pathToFileURL(join(root, (map[`.${name}`] as { readonly default: string }).default)).href
  const code = site
    .replace(/from 'handback(.*?)'/g, (_whole, name: string) => `from '${at(name)}'`)
    .replace(/listen\(4280, .*\)$/m, "listen(0, '127.0.0.1', () => console.log(server.address().port))")
  writeFileSync(join(folder, 'site.mjs'), code)
  const { DESK_PASSWORD: _, ...env } = process.env
  const child = spawn(process.execPath, [join(folder, 'site.mjs')], {
    // where its database and its key are
    cwd: folder,
    env: { ...env, ...(password !== undefined && { DESK_PASSWORD: password }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    rmSync(folder, { recursive: true, force: true })
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return `http://127.0.0.1:${port.toString().trim()}`
}

const basic = (words: string) => ({ authorization: `Basic ${Buffer.from(words).toString('base64')}` })
const status = async (url: string, headers: Record<string, string>) => (await fetch(url, { headers })).status

it('has two whole files, of plain JavaScript that compiles under strict types too', () => {
  expect(sites).toHaveLength(2)
  expect(sites.map((site) => stripTypeScriptTypes(site))).toEqual(sites)
  expect(complaints({ plain, manned })).toEqual({ plain: [], manned: [] })
})

it('says the same in both, but for what the console needs', () => {
  const [, setup, tail] = /\n\n(\/\/ The key .*?)const server = .*?\n}\)\n(.*)/s.exec(plain) ?? []
  expect([setup, tail]).toEqual([expect.stringContaining('createHub('), expect.stringContaining('drain(')])
  expect(manned).toContain(setup)
  expect(manned.endsWith(`\n})\n${tail}`)).toBe(true)
})

it('has a site without a console, too: the page, and the chat’s own files', async () => {
  const base = await running(plain)
  expect(await (await fetch(base)).text()).toContain('<handback-chat endpoint="/handback">')
  expect(await status(`${base}/handback/element.js`, {})).toBe(200)
})

it.each([undefined, ''])('lets nobody of the team in without a password: %j', async (password) => {
  const base = await running(manned, password)
  for (const headers of [{}, basic('sarah:'), basic('sarah:undefined'), basic('sarah')]) {
    expect(await Promise.all(['/agent-token', '/desk', '/'].map((path) => status(base + path, headers)))).toEqual([401, 401, 200])
  }
})

it('gives an agent’s token and the console to whoever has the password, and to nobody else', async () => {
  const base = await running(manned, 'a long: one')
  for (const headers of [{}, basic('sarah:'), basic('sarah:a long'), basic('tom:a long: one'), { authorization: 'Bearer a long: one' }]) {
    expect(await Promise.all(['/agent-token', '/desk', '/'].map((path) => status(base + path, headers)))).toEqual([401, 401, 200])
  }
  const asked = await fetch(`${base}/agent-token`, { headers: basic('sarah:a long: one') })
  expect([asked.status, asked.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const [, claims = ''] = (await asked.text()).split('.')
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ sub: 'agent-4711', role: 'agent', name: 'Sarah' })
  expect(await (await fetch(`${base}/desk`, { headers: basic('sarah:a long: one') })).text()).toContain("id: 'agent-4711'")
})
