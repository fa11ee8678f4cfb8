import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Runs every check, streams what they say and counts: the last line is `N passed, N failed` (`, N skipped` if any). */

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Each thing that failed by itself, as `file › test: first line of why`. */
  readonly failures?: readonly string[]
}

interface Check {
  readonly stage: string
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** What the command itself counted, by how it ended; without it the check counts as one. */
  readonly count?: (ok: boolean) => Count
}

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules/.bin')
const reports = mkdtempSync(join(tmpdir(), 'handback-test-'))
/** No check takes nearly as long; one that hangs fails. */
const LIMIT = 8 * 60_000

/** The part of vitest's JSON report that is counted here. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[]
  }[]
}

/** `undefined` when vitest ended before it wrote the whole of it. */
function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}

function countVitest(file: string, ok: boolean): Count {
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  // A file that could not be loaded fails without a failed test of its own.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(test => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOf),
  }
}

const firstLine = (text: string | undefined): string => text?.split('\n', 1)[0] ?? ''

function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative(root, name)
  const failed = assertionResults.filter(test => test.status === 'failed')
  if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`]
  return failed.map(test => `${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
}

/** The tests of a project, or those of some of its folders. */
function vitest(project: string, ...folders: readonly string[]): Check {
  const file = join(reports, `${[project, ...folders].join('-').replaceAll('/', '-')}.json`)
  return {
    stage: project,
    name: `vitest ${folders.map((folder) => folder.replace('test/', '')).join(' ') || project}`,
    command: ['vitest', 'run', ...folders, '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    count: ok => countVitest(file, ok),
  }
}

/** What stands together runs at the same time. */
const checks: readonly (readonly Check[])[] = [
  [
    { stage: 'types', name: 'tsc', command: ['tsc', '--noEmit'] },
    { stage: 'lint', name: 'oxlint', command: ['oxlint', '--deny-warnings'] },
    { stage: 'lint', name: 'knip', command: ['knip'] },
    { stage: 'build', name: 'tsup', command: ['node', 'scripts/build.ts'] },
  ],
  [vitest('unit')],
  [vitest('browser', 'test/browser/', 'test/frameworks/')],
  [vitest('browser', 'test/attacks/', 'test/gallery/')],
  [{ stage: 'package', name: 'publint', command: ['publint', '--strict'] }],
  [{ stage: 'package', name: 'attw', command: ['attw', '--pack', '.', '--profile', 'esm-only'] }],
]

/** Resolves with whether the command ended by itself with 0. What it says is streamed, or said as a whole at its end where it is not `alone`. */
function run({ stage, name, command: [command, ...args] }: Check, alone: boolean): Promise<boolean> {
  const heading = `\n── ${stage}: ${name}\n`
  const said: Buffer[] = []
  if (alone) process.stdout.write(heading)
  const child = spawn(join(bin, command), args, {
    cwd: root,
    stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT,
    // Every command runs on the Node of the devDependencies; what one of the many hubs has compiled is there for the next.
    env: { ...process.env, NODE_COMPILE_CACHE: join(reports, 'compiled'), PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    shell: process.platform === 'win32',
  })
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise(resolve => {
    child.once('error', error => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(false)
    })
    child.once('close', code => {
      if (!alone) process.stdout.write(`${heading}${Buffer.concat(said).toString()}`)
      resolve(code === 0)
    })
  })
}

const rows: { readonly check: Check; readonly seconds: number; readonly count: Count }[] = []
for (const together of checks) {
  const done = together.map(async check => {
    const started = performance.now()
    const ok = await run(check, together.length === 1)
    const count = check.count?.(ok) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
    return { check, seconds: (performance.now() - started) / 1000, count }
  })
  rows.push(...(await Promise.all(done)))
}
rmSync(reports, { recursive: true, force: true })

const line = ({ passed, failed, skipped }: Count): string => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
const sum = (pick: (count: Count) => number): number => rows.reduce((total, { count }) => total + pick(count), 0)
const total = { passed: sum(count => count.passed), failed: sum(count => count.failed), skipped: sum(count => count.skipped) }

process.stdout.write('\n')
// what failed stands far above, behind the output of the other checks: it is said again where everybody looks
for (const failure of rows.flatMap(({ count }) => count.failures ?? [])) process.stdout.write(`failed   ${failure}\n`)
for (const { check, seconds, count } of rows) {
  process.stdout.write(`${check.stage.padEnd(8)} ${check.name.padEnd(25)} ${seconds.toFixed(1).padStart(6)} s  ${line(count)}\n`)
}
process.stdout.write(`${line(total)}\n`)
// whatever did not run has not been shown
process.exitCode = total.failed + total.skipped > 0 ? 1 : 0
