import { createChat, memoryStorage } from 'handback'
import { http, visitorSession } from 'handback/transports/http'
import { mount } from 'handback/widget'

/** A page with a chat of its own that stands in it and in its corner. Nothing else of the page can find its conversation. */

const endpoint = '/handback'
const chat = createChat({ transport: http({ endpoint }), credentials: visitorSession({ endpoint }), storage: memoryStorage(), tabs: null })
const place = document.createElement('div')
place.style.cssText = 'width:380px;height:600px'
document.body.append(place)
mount({ chat, target: place }).element.id = 'inline'
mount({ chat }).element.id = 'corner'
Object.assign(globalThis, { bubbles: () => chat.$messages.get().filter(({ type }) => type === 'message').length })
