import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browserInput, packageInput } from './entries.ts'

/** Builds when a file of dist is missing or older than anything it is made from. */

const root = fileURLToPath(new URL('..', import.meta.url))

const inputs = ['src', 'scripts/entries.ts', 'scripts/build.ts', 'scripts/modules.ts', 'scripts/one-look.ts', 'tsup.config.ts', 'tsconfig.json', 'package.json']

const outputs = [
  ...Object.keys(packageInput()).flatMap(name => [`dist/${name}.js`, `dist/${name}.d.ts`]),
  ...Object.keys(browserInput()).map(name => `dist/browser/${name}.js`),
]

/** A folder counts too: it changes when a file in it goes away. */
function changed(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => changed(join(path, name))))
}

const newest = Math.max(...inputs.map(path => changed(join(root, path))))
const fresh = outputs.every(path => existsSync(join(root, path)) && statSync(join(root, path)).mtimeMs >= newest)

if (!fresh) {
  process.stderr.write('Building handback …\n')
  await import('./build.ts')
}
