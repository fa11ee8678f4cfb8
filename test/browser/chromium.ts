import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

const run = promisify(execFile)

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

const isRoot = (): boolean => process.getuid?.() === 0

const inPath = (): string[] => (process.env['PATH'] ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))

/** Some systems ship a script under Chromium's name that only says how to install it, so being there is not enough. */
async function works(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  // On Windows `--version` opens a window instead.
  if (process.platform === 'win32') return true
  return run(path, ['--version'], { timeout: 30_000 }).then(
    ({ stdout }) => /\d+\.\d+\.\d+/.test(stdout),
    () => false,
  )
}

async function firstThatWorks(paths: readonly string[]): Promise<string | undefined> {
  for (const path of new Set(paths)) if (await works(path)) return path
  return undefined
}

const installed = (): Promise<string | undefined> => firstThatWorks([...inPath(), ...places, chromium.executablePath()])

/** Each way to install it; one that fails leaves the word to the next. */
const installers: readonly { readonly name: string; able(): boolean; install(): Promise<unknown> }[] = [
  {
    name: 'playwright-core install chromium',
    able: () => true,
    install() {
      const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
      return run(process.execPath, [cli, 'install', 'chromium', '--no-shell'], { timeout: 180_000 })
    },
  },
  {
    name: 'apt-get install chromium',
    able: () => isRoot() && existsSync('/usr/bin/apt-get'),
    async install() {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      await run('apt-get', ['update'], { env, timeout: 120_000 })
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, timeout: 300_000, maxBuffer: 64 * 1024 * 1024 })
    },
  },
]

/**
 * The path of a Chromium that runs: `HANDBACK_CHROMIUM`, else an installed one, else one that it installs.
 * Throws one sentence that says what to do.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['HANDBACK_CHROMIUM']
  if (named) {
    if (await works(named)) return named
    throw new Error(`HANDBACK_CHROMIUM is "${named}", which does not run: set it to the path of a Chromium or Chrome, or unset it.`)
  }
  let path = await installed()
  for (const { name, able, install } of installers) {
    if (path !== undefined || !able()) continue
    process.stderr.write(`No Chromium found: trying "${name}" …\n`)
    const failure = await install().then(
      () => undefined,
      (error: unknown) => error,
    )
    if (failure !== undefined) process.stderr.write(`"${name}" failed.\n`)
    path = await installed()
  }
  if (path !== undefined) return path
  throw new Error('The browser tests need Chromium: install Chromium or Chrome, or set HANDBACK_CHROMIUM to the path of one, and run them again.')
}

/** A browser of its own; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium's sandbox refuses to start as root.
      ...(isRoot() ? ['--no-sandbox'] : []),
    ],
  })
}
