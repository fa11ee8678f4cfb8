import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bot } from '../test/mutants/bot.patch.ts'
import { client } from '../test/mutants/client.patch.ts'
import { hub } from '../test/mutants/hub.patch.ts'
import { machine } from '../test/mutants/machine.patch.ts'
import type { Mutant } from '../test/mutants/mutant.ts'

/**
 * Shows that the tests can fail: takes one guard after the other out of a copy of the source and runs the tests that must
 * notice. The unpatched copy has to pass first, each patch has to apply exactly once, and a mutant counts as killed only by
 * a test that failed. The last line is `mutants killed N/N`. `--only text` takes those whose name holds the text.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const copied = ['src', 'test', 'scripts', 'docs', 'package.json', 'tsconfig.json', 'vitest.config.ts']
const AT_ONCE = 2
/** A mutant that never ends has been noticed by nobody. */
const LIMIT = 120_000

interface Report {
  readonly success: boolean
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[]
  }[]
}

interface Result {
  readonly passed: number
  /** The first test that failed, and its message. */
  readonly failed?: { readonly name: string; readonly message: string }
  /** What vitest said when it could not even begin. */
  readonly noise?: string
}

/** A copy of everything that the tests read, with the same dependencies. */
function copy(to: string): string {
  mkdirSync(to)
  for (const name of copied) cpSync(join(root, name), join(to, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'dir')
  return to
}

function runTests(folder: string, files: readonly string[], only: string | undefined): Promise<Result> {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const names = only === undefined ? [] : ['--testNamePattern', only]
  const bin = join(root, 'node_modules/.bin')
  const child = spawn(join(bin, 'vitest'), ['run', '--project', 'unit', '--bail', '1', '--reporter=json', `--outputFile=${report}`, ...names, ...files], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  let noise = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (noise = `${noise}${data.toString()}`.slice(-2_000)))
  return new Promise((resolve) => {
    child.once('close', () => resolve(resultIn(report, noise)))
  })
}

/** What a run has written down; one that could not even begin has written nothing. */
function resultIn(report: string, noise: string): Result {
  if (!existsSync(report)) return { passed: 0, noise }
  const { testResults, numPassedTests: passed } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed')
  if (failed) return { passed, failed: { name: failed.fullName, message: failed.failureMessages[0] ?? '' } }
  return passed > 0 ? { passed } : { passed, noise }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Puts a patch in; throws when it does not apply exactly once. */
function patch(folder: string, { name, file, search, replace }: Mutant): () => void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  const count = text.split(search).length - 1
  if (count !== 1) throw new Error(`“${name}” applies ${count} times to ${file}.`)
  writeFileSync(path, text.replace(search, () => replace))
  return () => writeFileSync(path, text)
}

async function main(): Promise<number> {
  const at = process.argv.indexOf('--only')
  const wanted = at < 0 ? '' : (process.argv[at + 1] ?? '')
  const mutants = [...machine, ...hub, ...bot, ...client].filter(({ name }) => name.includes(wanted))
  const start = performance.now()
  const home = mkdtempSync(join(tmpdir(), 'handback-mutants-'))
  try {
    const folders = Array.from({ length: AT_ONCE }, (_, index) => copy(join(home, `copy-${index}`)))
    const first = folders[0] ?? ''
    // a patch that no longer fits is found before anything is run
    for (const mutant of mutants) patch(first, mutant)()

    const files = [...new Set(mutants.flatMap(({ kills }) => kills))]
    const plain = await runTests(first, files, undefined)
    if (plain.failed || plain.passed === 0) {
      say(`The unpatched copy does not pass: ${plain.failed?.name ?? plain.noise}\n${plain.failed?.message.slice(0, 1_000) ?? ''}`)
      return 1
    }
    say(`unpatched  ${plain.passed} tests pass`)

    let killed = 0
    const waiting = [...mutants]
    const lane = async (folder: string): Promise<void> => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const undo = patch(folder, mutant)
        const { failed, noise } = await runTests(folder, mutant.kills, mutant.only)
        undo()
        if (failed) killed += 1
        const why = failed?.message.split('\n')[0]?.slice(0, 110)
        say(failed ? `killed     ${mutant.name}\n             by “${failed.name}”: ${why}` : `SURVIVED   ${mutant.name} (${mutant.file}): ${mutant.why}\n${noise ?? ''}`)
      }
    }
    await Promise.all(folders.map(lane))
    say(`\nin ${((performance.now() - start) / 1000).toFixed(0)} s`)
    say(`mutants killed ${killed}/${mutants.length}`)
    return killed === mutants.length ? 0 : 1
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

process.exitCode = await main()
