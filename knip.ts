import type { KnipConfig } from 'knip'
import { browserEntries, entries } from './scripts/entries.ts'

export default {
  entry: [
    ...Object.values(entries),
    ...Object.values(browserEntries).map(entry => entry.source),
    'scripts/*.ts',
    // put into the browser build by scripts/one-look.ts
    'src/ui/jsx.ts',
    'examples/frameworks/**/*.{ts,tsx}',
    'test/browser/failing-server.ts', 'examples/gallery/page.ts',
    'test/hub/crash-child.ts',
  ],
  project: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'scripts/**/*.ts', 'examples/**/*.{ts,tsx,vue,svelte}'],
  // A shape that a file also uses itself may be exported for its readers.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Looked for where they are used; what does without them says so.
  ignoreBinaries: ['strace', 'nginx'],
} satisfies KnipConfig
