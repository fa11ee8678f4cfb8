import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const pinned = readFileSync(new URL('peers.json', import.meta.url), 'utf8')

/**
 * The folder that holds the peers, outside of the project, installed at the first run. `undefined` where they cannot be installed,
 * and a line says why.
 */
export function peersFolder(): string | undefined {
  const folder = join(tmpdir(), 'handback-bench-peers')
  const manifest = join(folder, 'package.json')
  const done = join(folder, 'installed.json')
  if (existsSync(done) && readFileSync(done, 'utf8') === pinned) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(manifest, pinned)
  console.log(`Installing the peers into ${folder} …`)
  // a peer dependency that is not there is none that is used here
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--loglevel=error']
  const { status, stderr, error } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', timeout: 300_000 })
  if (status !== 0) {
    console.log(`The peers could not be installed, so nothing is compared with them: ${error?.message ?? stderr.split('\n').find((line) => line.startsWith('npm error')) ?? ''}`)
    return undefined
  }
  writeFileSync(done, pinned)
  return folder
}
