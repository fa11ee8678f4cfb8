import { herds } from './faults/herd.ts'
import { corruptions, holds, lines } from './faults/lines.ts'
import { nginxRows } from './faults/nginx.ts'
import { partitions } from './faults/partitions.ts'
import { slowRows } from './faults/slow.ts'
import { tabRows } from './faults/tabs.ts'
import { pauses } from './faults/pause.ts'
import type { Scenario } from './scenario.ts'

/** Every row of the table, in its order. */
export const scenarios: readonly Scenario[] = [...pauses, ...lines, ...partitions, ...nginxRows, ...holds, ...herds, ...slowRows, ...tabRows, ...corruptions]

/** What a row is called, in the table and when it is asked for. */
export const titleOf = ({ fault, name }: Scenario): string => `${fault} ${name}`
