import { render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import * as smd from 'streaming-markdown'
import { place, stream } from './stage.ts'

/** The floor: a box with nothing but a streaming Markdown parser in it, fed once per frame. Nothing is made safe, and nothing follows the end. */

let feed: (piece: string) => void
let finish: () => void

function Answer() {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!box.current) return
    const parser = smd.parser(smd.default_renderer(box.current))
    let waiting = ''
    let frame = 0
    const write = () => {
      frame = 0
      smd.parser_write(parser, waiting)
      waiting = ''
    }
    feed = (piece) => {
      waiting += piece
      frame ||= requestAnimationFrame(write)
    }
    finish = () => requestAnimationFrame(() => {
      write()
      smd.parser_end(parser)
    })
  }, [])
  return <div ref={box} />
}

window.stage = {
  show: () => render(<div style={{ height: '600px', overflow: 'auto' }}><Answer /></div>, place()),
  start: () => stream((piece) => feed(piece), () => finish()),
  scope: place,
}
