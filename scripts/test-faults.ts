import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../test/browser/chromium.ts'

/**
 * The product among real parts that break: nginx, Chromium, standard clients, network namespaces. The last line is
 * `faults: N passed, N failed` (`, N skipped` if any). What follows the name of the command goes to vitest; `REAL=1` takes
 * the real lengths of what is scaled down otherwise.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules/.bin')
// every command runs on the Node of the devDependencies
const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }

/** What is missing to run at all, as one sentence. */
async function missing(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'The fault tests need root on Linux: they make network namespaces.'
  for (const [command, flag, from] of [['nginx', '-v', 'nginx'], ['ip', '-V', 'iproute2']] as const) {
    if (spawnSync(command, [flag]).status !== 0) return `The fault tests need ${command}: install the package ${from} of your system.`
  }
  try {
    env['HANDBACK_CHROMIUM'] = await findChromium()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const build = spawnSync(process.execPath, [join(root, 'scripts/build-if-needed.ts')], { stdio: 'inherit', env })
  return build.status === 0 ? undefined : 'The fault tests need the built package, and it could not be built.'
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

/** How vitest ended, with what it counted; a file that could not be loaded fails without a failed test of its own. */
async function run(file: string): Promise<{ readonly passed: number; readonly failed: number; readonly skipped: number }> {
  const args = ['run', '--project', 'faults', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2)]
  const child = spawn(join(bin, 'vitest'), args, { cwd: root, stdio: 'inherit', env })
  const ok = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    const failures = report.testResults.filter(({ status }) => status === 'failed')
    const broken = failures.filter(({ assertionResults }) => !assertionResults.some(({ status }) => status === 'failed'))
    const failed = report.numFailedTests + broken.length
    return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1), skipped: report.numPendingTests }
  } catch {
    // it ended before it wrote the whole of it
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const sentence = await missing()
if (sentence === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'handback-faults-'))
  const { passed, failed, skipped } = await run(join(folder, 'report.json'))
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`faults: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  process.exitCode = failed > 0 ? 1 : 0
} else {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
