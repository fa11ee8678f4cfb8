import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Writes test/fixtures/fold-v<number>.mjs: the fold as it is today, in one file that needs nothing else. Tests hold later
 * folds against it. It never writes over a file: a fold that was released stays as it is, for good. Before a release whose
 * vocabulary has grown, run `node scripts/freeze-fold.ts 2`, after `node scripts/make-corpus.ts 2`.
 */

const version = Number(process.argv[2])
if (!Number.isSafeInteger(version) || version < 1) throw new Error('Say which version of the fold is to be frozen: 1, 2, …')
const file = fileURLToPath(new URL(`../test/fixtures/fold-v${version}.mjs`, import.meta.url))
if (existsSync(file)) throw new Error(`${file} is there already, and a frozen fold is never changed.`)

const contents = `
  export { emptyPublicView, evolvePublic } from './evolve-public.ts'
  export { emptyStaffView, evolveStaff } from './evolve-staff.ts'
  export { project } from './project.ts'
  import { staffShapes } from './staff-shapes.ts'
  /** The event types that this fold knows. */
  export const known = Object.keys(staffShapes)
`
const { outputFiles } = await build({
  stdin: { contents, resolveDir: fileURLToPath(new URL('../src/conversation', import.meta.url)), loader: 'ts' },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  write: false,
  banner: { js: '/* oxlint-disable */\n// Made by scripts/freeze-fold.ts; never changed.' },
})
writeFileSync(file, outputFiles[0]?.contents ?? '')
process.stdout.write(`${file}: ${outputFiles[0]?.contents.length} bytes\n`)
