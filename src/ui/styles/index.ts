import { conversation } from './conversation.ts'
import { firstStyles } from './first.ts'
import { buttons } from './late/buttons.ts'

/** Styles of the shared parts around a conversation. The widget brings buttons with each part that is loaded later, and the last with its thread. */
export const uiStyles = firstStyles + buttons + conversation
