import type { Id } from '../protocol/index.ts'
import { loadHeader } from './records.ts'
import type { Room, RoomOptions } from './room.ts'
import { createRoom } from './room.ts'

/** The rooms that somebody needs; one per conversation and hub. */
export interface Rooms {
  /** The room while it is held, or `undefined` when there is no such conversation. Call `release` once for each that was got. */
  hold(conversation: Id): Promise<Room | undefined>
  release(conversation: Id): void
  /** The room if somebody holds it. */
  peek(conversation: Id): Room | undefined
  close(): void
}

export type RoomsOptions = Omit<RoomOptions, 'onHeader'> & { readonly onHeader: (conversation: Id, ...rest: Parameters<RoomOptions['onHeader']>) => void }

interface Held {
  /** Who holds a room of this conversation; holders of one that failed count until they let go, whichever room is here then. */
  count: number
  /** Gone as soon as it fails, so that whoever comes next gets another. */
  room?: Room | undefined
  opening?: Promise<Room | undefined> | undefined
}

export function createRooms(options: RoomsOptions): Rooms {
  const all = new Map<Id, Held>()
  let closed = false

  const open = async (conversation: Id, held: Held): Promise<Room | undefined> => {
    try {
      const header = await loadHeader(options.store, conversation)
      if (!header || closed) return undefined
      held.room = createRoom(conversation, header, {
        ...options,
        onHeader: (...rest) => options.onHeader(conversation, ...rest),
        onFailure(error) {
          held.room = undefined
          options.onFailure(error)
        },
      })
      return held.room
    } finally {
      held.opening = undefined
    }
  }

  const enter = async (conversation: Id, held: Held): Promise<Room | undefined> => {
    // who looked before us may have looked before the conversation began: only a room is an answer, none is not
    const others = await held.opening
    return others ?? held.room ?? (await (held.opening ??= open(conversation, held)))
  }

  const release = (conversation: Id): void => {
    const held = all.get(conversation)
    if (!held || --held.count > 0) return
    all.delete(conversation)
    held.room?.close()
  }

  return {
    async hold(conversation) {
      const held = all.get(conversation) ?? { count: 0 }
      all.set(conversation, held)
      held.count += 1
      try {
        const room = await enter(conversation, held)
        if (!room) release(conversation)
        return room
      } catch (error) {
        release(conversation)
        throw error
      }
    },
    release,
    peek: (conversation) => all.get(conversation)?.room,
    close() {
      closed = true
      for (const { room } of all.values()) room?.close()
      all.clear()
    },
  }
}
