import { mount } from '/handback/widget.js'

mount({ endpoint: '/handback' })
