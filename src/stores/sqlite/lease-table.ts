import type { DatabaseSync } from 'node:sqlite'
import type { Lease } from '../../contracts/index.ts'
import type { Id } from '../../protocol/index.ts'

interface Claim {
  readonly holder: Id
  readonly ttl: number
  /** JSON. */
  readonly value: string | null
}

/** Leases. Taking one happens inside a transaction of the caller. */
export function leaseTable(db: DatabaseSync) {
  const living = db.prepare('SELECT holder FROM leases WHERE key = ? AND until > ?')
  const put = db.prepare(`INSERT INTO leases (key, holder, until, value) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET holder = excluded.holder, until = excluded.until, value = excluded.value`)
  const release = db.prepare('DELETE FROM leases WHERE key = ?')
  const sweep = db.prepare('DELETE FROM leases WHERE until <= ?')
  const list = db.prepare('SELECT key, holder, until, value FROM leases WHERE until > ? AND substr(key, 1, length(?2)) = ?2 ORDER BY key')

  return {
    take(key: string, now: number, { holder, ttl, value }: Claim): { held: boolean; holder: Id } {
      const current = living.get(key, now)
      if (current && current['holder'] !== holder) return { held: false, holder: String(current['holder']) }
      sweep.run(now)
      if (ttl > 0) put.run(key, holder, now + ttl, value)
      else release.run(key)
      return { held: ttl > 0, holder }
    },
    living: (prefix: string, now: number): Lease[] => list.all(now, prefix).map((row) => ({
      key: String(row['key']),
      holder: String(row['holder']),
      until: Number(row['until']),
      ...(row['value'] === null ? {} : { value: JSON.parse(String(row['value'])) as unknown }),
    })),
  }
}
