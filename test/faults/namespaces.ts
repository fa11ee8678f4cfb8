import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

const run = promisify(execFile)
const ip = (...args: readonly string[]): Promise<unknown> => run('ip', args)

/** Two network namespaces with one cable between them. */
export interface Cable {
  readonly hub: { readonly namespace: string; readonly address: string }
  readonly client: { readonly namespace: string; readonly address: string }
  /** Takes the link down, or up again, at one end. */
  link(end: 'hub' | 'client', state: 'up' | 'down'): Promise<void>
}

let cables = 0

/** Lays a cable; it and its namespaces end with the test. Rejects where the machine does not allow namespaces. */
export async function layCable(): Promise<Cable> {
  cables += 1
  // at most 15 characters, the longest name of a device
  const name = `hb${process.pid % 100_000}x${cables}`
  const ends = {
    hub: { namespace: `${name}-hub`, device: `${name}h`, address: '10.213.7.1' },
    client: { namespace: `${name}-client`, device: `${name}c`, address: '10.213.7.2' },
  }
  const both = [ends.hub, ends.client]
  onTestFinished(async () => {
    // the devices go with their namespaces; one that was never made has nothing to end
    for (const { namespace } of both) await ip('netns', 'delete', namespace).catch(() => undefined)
  })
  for (const { namespace } of both) {
    await ip('netns', 'add', namespace)
    await ip('-n', namespace, 'link', 'set', 'lo', 'up')
  }
  const peer = ['peer', 'name', ends.client.device, 'netns', ends.client.namespace]
  await ip('-n', ends.hub.namespace, 'link', 'add', ends.hub.device, 'type', 'veth', ...peer)
  for (const { namespace, device, address } of both) {
    await ip('-n', namespace, 'address', 'add', `${address}/24`, 'dev', device)
    await ip('-n', namespace, 'link', 'set', device, 'up')
  }
  return { ...ends, link: async (end, state) => void (await ip('-n', ends[end].namespace, 'link', 'set', ends[end].device, state)) }
}

/** Why there can be no namespaces here, or `undefined`. */
export async function noNamespaces(): Promise<string | undefined> {
  const name = `hb${process.pid % 100_000}probe`
  try {
    await ip('netns', 'add', name)
    await ip('netns', 'exec', name, 'true')
    await ip('netns', 'delete', name)
    return undefined
  } catch {
    return '`ip netns` is not possible on this machine'
  }
}

/** Why no packets can be dropped at random here, or `undefined`. */
export const noLoss = (): Promise<string | undefined> =>
  run('nft', ['--version']).then(
    () => undefined,
    () => 'there is no `nft` on this machine',
  )

/** Drops so many percent of the packets that arrive in a namespace. */
export async function dropPackets(namespace: string, percent: number): Promise<void> {
  const nft = (...args: readonly string[]): Promise<unknown> => run('ip', ['netns', 'exec', namespace, 'nft', ...args])
  await nft('add', 'table', 'inet', 'loss')
  await nft('add', 'chain', 'inet', 'loss', 'input', '{ type filter hook input priority 0; }')
  await nft('add', 'rule', 'inet', 'loss', 'input', 'iifname', '!=', 'lo', 'numgen', 'random', 'mod', '100', '<', String(percent), 'counter', 'drop')
}

/** Packets that were dropped so far. */
export async function dropped(namespace: string): Promise<number> {
  const { stdout } = await run('ip', ['netns', 'exec', namespace, 'nft', 'list', 'table', 'inet', 'loss'])
  return Number(/counter packets (\d+)/.exec(stdout)?.[1])
}
