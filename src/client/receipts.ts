import type { MessageRow } from '../conversation/rows.ts'

/** How far the other side has come: seqs of the newest event that it has received, and read. 0: none. Within a log they only grow, and what is read is received. */
export interface Receipts {
  readonly delivered: number
  readonly read: number
}

/** What has become of an own message; `undefined`: it is none. */
export type DeliveryState = 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | undefined

/**
 * What has become of an own message; `undefined` for messages of others. It only moves forward, but for a retry of a failed one.
 * Rows never change for it, so that one mark of a reader touches no list.
 *
 * @example deliveryOf(row, chat.$receipts.get()) // 'read'
 */
export const deliveryOf = ({ seq, delivery }: Pick<MessageRow, 'seq' | 'delivery'>, { delivered, read }: Receipts): DeliveryState =>
  delivery !== 'sent' || !seq ? delivery : seq <= read ? 'read' : seq <= delivered ? 'delivered' : delivery
