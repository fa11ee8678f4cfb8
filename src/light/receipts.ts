export type { DeliveryState, Receipts } from '../client/receipts.ts'
export { deliveryOf } from '../client/receipts.ts'
