import type { Lease } from '../../contracts/index.ts'
import type { Id } from '../../protocol/index.ts'
import { type Database, together } from './database.ts'

interface Claim {
  readonly holder: Id
  readonly ttl: number
  /** JSON. */
  readonly value?: string
}

/** Leases, which the tabs of a profile take from each other by transactions on one table. */
export function leaseTable(db: Database) {
  return {
    take: (key: string, now: number, { holder, ttl, value }: Claim): Promise<{ held: boolean; holder: Id }> =>
      db.write(['leases'], 'relaxed', async (tx) => {
        const leases = tx.objectStore('leases')
        const current = await leases.get(key)
        if (current && current.until > now && current.holder !== holder) return { held: false, holder: current.holder }
        const over = await leases.index('until').getAllKeys(IDBKeyRange.upperBound(now))
        const held = ttl > 0
        const next = { key, holder, until: now + ttl, ...(value === undefined ? {} : { value }) }
        await together([...over.map((old) => () => leases.delete(old)), () => (held ? leases.put(next) : leases.delete(key))])
        return { held, holder }
      }),

    async living(prefix: string, now: number): Promise<Lease[]> {
      const rows = await db.read(['leases'], (tx) => tx.objectStore('leases').getAll())
      return rows
        .filter(({ key, until }) => key.startsWith(prefix) && until > now)
        .map(({ value, ...lease }) => ({ ...lease, ...(value === undefined ? {} : { value: JSON.parse(value) as unknown }) }))
    },
  }
}
