import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pragma } from '../../src/stores/sqlite/migrations.ts'
import { openFile } from '../../src/stores/sqlite/open.ts'
import { runChild } from './sqlite/run-child.ts'
import { tempFolder } from './sqlite/temp-folder.ts'

const folder = tempFolder()

/** Whether this machine lets a process be traced; a container may have strace and still refuse. */
const traceable = spawnSync('strace', ['-o', join(folder, 'probe'), 'true']).status === 0

/** The child's syncs of the log beside the file and its own lines, in the order in which the kernel saw them. */
async function traced(args: readonly string[]): Promise<string[]> {
  const output = join(folder, `${args[0]}.trace`)
  const lines = await runChild(args, ['strace', '-f', '-y', '-e', 'trace=fdatasync,fsync,write', '-o', output]).ended
  expect(lines.at(-1)).toBe('done')
  const steps = readFileSync(output, 'utf8').split('\n').flatMap((line) => {
    if (/ (fdatasync|fsync)\(\d+<[^>]*-wal>/.test(line)) return ['sync']
    const told = / write\(1<[^>]*>, "([^"]*)\\n"/.exec(line)
    return told?.[1] === undefined ? [] : [told[1]]
  })
  return steps.slice(steps.indexOf('start') + 1, steps.indexOf('done'))
}

if (traceable) {
  describe('syncs as the kernel sees them', () => {
    test('every append that waits for the one before it is synced before it is acknowledged', async () => {
      const steps = await traced(['sequential', join(folder, 'sequential.db'), '25'])
      const acks = steps.filter((step) => step !== 'sync')
      expect(acks).toEqual(Array.from({ length: 25 }, (_, index) => `ack ${index + 1}`))
      for (const ack of acks) expect([ack, steps[steps.indexOf(ack) - 1]]).toEqual([ack, 'sync'])
    })

    test('the appends of one tick share one sync, before the first acknowledgement', async () => {
      const steps = await traced(['concurrent', join(folder, 'concurrent.db'), '200'])
      expect(steps).toEqual(['sync', 'acks 200'])
    })
  })
} else {
  test('strace is not usable on this machine: syncs were NOT counted, only the settings read back', () => {
    console.warn('sqlite-sync: strace is not usable here, so syncs were not counted; the settings were read back instead.')
    const { db, close } = openFile(join(folder, 'settings.db'))
    expect([pragma(db, 'journal_mode'), pragma(db, 'synchronous')]).toEqual(['wal', 2])
    close()
  })
}
