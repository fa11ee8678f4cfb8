import type { DatabaseSync } from 'node:sqlite'
import { HandbackError } from '../../protocol/index.ts'

/** "hndb": tells our files from those of others. */
export const APPLICATION_ID = 0x686e6462

/**
 * Step n brings a file from version n to n + 1; a released step is never changed. Texts are JSON.
 * In `entries` a greater priority and a later activity come first, so both are kept negated and every list is ascending.
 */
export const migrations: readonly string[] = [
  `PRAGMA application_id = ${APPLICATION_ID};
   CREATE TABLE events (
     conversation TEXT NOT NULL, seq INTEGER NOT NULL, cause TEXT NOT NULL, body TEXT NOT NULL,
     PRIMARY KEY (conversation, seq)) WITHOUT ROWID;
   CREATE TABLE headers (conversation TEXT PRIMARY KEY, log INTEGER NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE entries (
     conversation TEXT PRIMARY KEY, phase TEXT NOT NULL, visitor TEXT NOT NULL, holder TEXT,
     rank REAL NOT NULL, since REAL NOT NULL, recency REAL NOT NULL, due REAL, body TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE leases (key TEXT PRIMARY KEY, holder TEXT NOT NULL, until REAL NOT NULL, value TEXT) WITHOUT ROWID;`,

  `CREATE INDEX events_cause ON events (conversation, cause, seq);
   CREATE INDEX entries_queue ON entries (rank, since, conversation) WHERE phase = 'queued';
   CREATE INDEX entries_open ON entries (recency, conversation) WHERE phase <> 'closed';
   CREATE INDEX entries_all ON entries (recency, conversation);
   CREATE INDEX entries_visitor ON entries (visitor, recency, conversation);
   CREATE INDEX entries_holder ON entries (holder, recency, conversation) WHERE holder IS NOT NULL;
   CREATE INDEX entries_due ON entries (due, conversation) WHERE due IS NOT NULL;`,
]

export const pragma = (db: DatabaseSync, name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]

/**
 * Throws before anything is written: `store/newer` for a file of a later version, `store/unavailable` for a database of
 * somebody else.
 */
export function checkOwner(db: DatabaseSync, path: string): void {
  const version = Number(pragma(db, 'user_version'))
  const isNew = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (!isNew && pragma(db, 'application_id') !== APPLICATION_ID) {
    throw new HandbackError('store/unavailable', `"${path}" is a database of another program. Give the store a file of its own.`)
  }
  if (version > migrations.length) {
    throw new HandbackError('store/newer', `"${path}" was written by a newer version of handback. Use that version, or give this one another file.`)
  }
}

/** Brings a file to the newest version: all steps or none. */
export function migrate(db: DatabaseSync): void {
  const from = Number(pragma(db, 'user_version'))
  if (from === migrations.length) return
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const step of migrations.slice(from)) db.exec(step)
    db.exec(`PRAGMA user_version = ${migrations.length}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
