import { type Socket, connect } from 'node:net'
import { declaredLength, httpMessages } from './http-messages.ts'

/** Sends a whole request over a connection of its own and throws its answer away; an event stream is left at its head. */
export function repeatRequest(port: number, request: Buffer): Socket {
  const socket = connect(port, '127.0.0.1')
  const answers = httpMessages((head) => {
    if (head.field('content-type').includes('text/event-stream')) return 0
    return declaredLength(head, 'until-close')
  })
  socket.on('data', (bytes) => {
    if (answers.read(bytes).some(({ type }) => type === 'end' || type === 'raw')) socket.destroy()
  })
  // nobody waits for this answer, so nobody misses it
  socket.on('error', () => socket.destroy())
  socket.write(request)
  return socket
}
