import { createChat, createDesk, isHandbackError, mount, mountConsole, parseRecord, replay } from '/handback/replay.js'

const part = id => document.getElementById(id)
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

let stop = () => {}
let player

/** The desk of the agent who first took the conversation, or of somebody who only looks on. */
function onlooker({ events }) {
  const agent = events.find(event => event.type === 'floor-claimed')?.data.agent
  return agent?.id ? agent : { id: 'onlooker', kind: 'supervisor', name: 'Onlooker' }
}

function show(record, name) {
  stop()
  const visitor = replay(record)
  player = visitor
  const chat = createChat(visitor.chat)
  const widget = mount({ target: part('widget'), chat })
  const stops = [() => widget.destroy(), () => chat.destroy(), visitor.onChange(look)]

  if (record.audience === 'staff') {
    // one player leads and the other goes wherever it is, so that both sides always stand at the same moment
    const staff = replay(record, { as: 'staff' })
    staff.pause()
    const desk = createDesk({ transport: staff, credentials: () => undefined, me: onlooker(record) })
    const unmount = mountConsole(part('console'), { desk, open: record.conversation })
    stops.push(visitor.onChange(() => staff.seq !== visitor.seq && staff.seek(visitor.seq)), unmount, () => desk.destroy())
  }

  function look() {
    part('play').textContent = visitor.playing ? 'Pause' : visitor.seq === visitor.end ? 'Play again' : 'Play'
    part('seek').value = visitor.seq
    const now = record.events.findLast(event => event.seq <= visitor.seq)
    part('moment').textContent = now ? time.format(now.at) : ''
  }

  part('name').textContent = name
  part('seek').max = visitor.end
  part('console').hidden = record.audience !== 'staff'
  part('public').hidden = record.audience === 'staff'
  part('empty').hidden = true
  part('stage').hidden = false
  part('player').hidden = false
  look()
  stop = () => stops.forEach(end => end())
}

async function read(text, name) {
  part('problem').textContent = ''
  try {
    show(parseRecord(await text), name)
  } catch (error) {
    part('problem').textContent = isHandbackError(error) ? `${name}: ${error.message}` : `${name} cannot be read.`
  }
}

part('file').addEventListener('change', ({ target }) => {
  const [file] = target.files
  // the same file may be chosen again
  if (file) read(file.text(), file.name).finally(() => (target.value = ''))
})
part('sample').addEventListener('click', () => read(fetch('/replay/sample.json').then(response => response.text()), 'An example'))
part('play').addEventListener('click', () => (player.playing ? player.pause() : player.play()))
part('seek').addEventListener('input', ({ target }) => {
  player.pause()
  player.seek(Number(target.value))
})

document.addEventListener('dragover', event => {
  event.preventDefault()
  document.body.dataset.over = ''
})
document.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget ?? delete document.body.dataset.over)
document.addEventListener('drop', event => {
  event.preventDefault()
  delete document.body.dataset.over
  const [file] = event.dataTransfer.files
  if (file) read(file.text(), file.name)
})
