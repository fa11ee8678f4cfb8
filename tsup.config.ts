import { defineConfig, type Options } from 'tsup'
import { browserInput, packageInput } from './scripts/entries.ts'

const shared: Options = { format: 'esm', target: 'es2022', splitting: true, silent: true }

const browser = browserInput()
/** Pages without a bundler that have types of their own. */
const pages = Object.fromEntries(['console', 'replay'].flatMap((name) => (browser[name] === undefined ? [] : [[`browser/${name}`, browser[name]]])))

export default defineConfig([
  {
    ...shared,
    name: 'package',
    entry: packageInput(),
    dts: { entry: { ...packageInput(), ...pages } },
    outDir: 'dist',
    platform: 'neutral',
    removeNodeProtocol: false,
    external: [/^node:/],
  },
  // One build each: what a page loads first is one file, and only what it loads later are others.
  ...Object.entries(browser).map(
    ([name, source]): Options => ({
      ...shared,
      name,
      entry: { [name]: source },
      outDir: 'dist/browser',
      platform: 'browser',
      minify: true,
      noExternal: [/.*/],
      env: { NODE_ENV: 'production' },
    }),
  ),
])
