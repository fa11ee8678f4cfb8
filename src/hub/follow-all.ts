import type { Link } from '../contracts/index.ts'
import type { Follow } from '../protocol/index.ts'

/**
 * Follows what a client asked for when it came. The pasts of many conversations are longer than what may wait for it: the next
 * one begins when `room` says that there is room for it, or that the link has ended.
 */
export async function followAll(link: Link, follows: readonly Follow[], room: () => Promise<void> | undefined): Promise<void> {
  for (const follow of follows) {
    await room()
    await link.receive({ t: 'follow', follow })
  }
}
