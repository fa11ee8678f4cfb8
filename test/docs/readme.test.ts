import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { exportsMap } from '../../scripts/entries.ts'
import { root } from '../import-graph.ts'
import { complaints } from '../types/compile.ts'

const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)
const ofServer = /const server = createServer.*?\n}\)\n/s

/** README's site with the server of the agents' console in place of its own, as a reader puts them together. */
function site(): string {
  const [own = '', console = ''] = ['browserFiles()', '/agent-token'].map((mark) => blocks.find((code) => code.includes(mark)))
  const imports = /^(import .*\n)+/.exec(console)?.[0] ?? ''
  return imports + own.replace(ofServer, () => console.slice(imports.length))
}

/** It runs, with the built package; resolves with its address. */
async function running(password: string | undefined): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'handback-readme-'))
  const map = exportsMap()
  const at = (name: string) => pathToFileURL(join(root, (map[`.${name}`] as { readonly default: string }).default)).href
  const code = site()
    .replace(/from 'handback(.*?)'/g, (_whole, name: string) => `from '${at(name)}'`)
    .replace("'handback.sqlite'", JSON.stringify(join(folder, 'site.sqlite')))
    .replace('listen(4280)', "listen(0, '127.0.0.1', () => console.log(server.address().port))")
  writeFileSync(join(folder, 'site.mjs'), code)
  const { DESK_PASSWORD: _, ...env } = process.env
  const child = spawn(process.execPath, [join(folder, 'site.mjs')], {
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

it('is code that compiles', () => {
  expect(complaints({ site: site() })).toEqual({ site: [] })
})

it.each([undefined, ''])('lets nobody of the team in without a password: %j', async (password) => {
  const base = await running(password)
  for (const headers of [{}, basic('sarah:'), basic('sarah:undefined'), basic('sarah')]) {
    expect(await Promise.all(['/agent-token', '/desk', '/'].map((path) => status(base + path, headers)))).toEqual([401, 401, 200])
  }
})

it('gives an agent’s token and the console to whoever has the password, and to nobody else', async () => {
  const base = await running('a long: one')
  for (const headers of [{}, basic('sarah:'), basic('sarah:a long'), basic('tom:a long: one'), { authorization: 'Bearer a long: one' }]) {
    expect(await Promise.all(['/agent-token', '/desk', '/'].map((path) => status(base + path, headers)))).toEqual([401, 401, 200])
  }
  const asked = await fetch(`${base}/agent-token`, { headers: basic('sarah:a long: one') })
  expect([asked.status, asked.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const [, claims = ''] = (await asked.text()).split('.')
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ sub: 'agent-4711', role: 'agent', name: 'Sarah' })
  expect(await (await fetch(`${base}/desk`, { headers: basic('sarah:a long: one') })).text()).toContain("id: 'agent-4711'")
})
