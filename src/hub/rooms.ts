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

export function createRooms(options: Omit<RoomOptions, 'onEvent'> & { readonly onEvent: (conversation: Id, ...rest: Parameters<RoomOptions['onEvent']>) => void }): Rooms {
  const rooms = new Map<Id, { readonly room: Promise<Room | undefined>; ready?: Room; held: number }>()

  const open = async (conversation: Id): Promise<Room | undefined> => {
    const header = await loadHeader(options.store, conversation)
    return header && createRoom(conversation, header, { ...options, onEvent: (...rest) => options.onEvent(conversation, ...rest) })
  }

  const release = (conversation: Id): void => {
    const entry = rooms.get(conversation)
    if (!entry || --entry.held > 0) return
    rooms.delete(conversation)
    entry.ready?.close()
  }

  return {
    async hold(conversation) {
      let entry = rooms.get(conversation)
      if (!entry) {
        entry = { room: open(conversation), held: 0 }
        rooms.set(conversation, entry)
      }
      entry.held += 1
      try {
        const room = await entry.room
        if (!room) release(conversation)
        // released by everybody while it was opening: nobody closed it yet
        else if (rooms.get(conversation) === entry) entry.ready = room
        else room.close()
        return room
      } catch (error) {
        release(conversation)
        throw error
      }
    },
    release,
    peek: (conversation) => rooms.get(conversation)?.ready,
    close() {
      for (const { ready } of rooms.values()) ready?.close()
      rooms.clear()
    },
  }
}
