import { parseArticle, type KnowledgeArticle } from '../../src/knowledge/index.ts'

/** A small help site of a bicycle shop. */
export const site: readonly KnowledgeArticle[] = [
  parseArticle(
    `---
title: Return a bicycle
questions:
  - How do I send a bike back?
  - Can I get my money back for a bicycle I do not like?
---
You have 30 days. Bring the bicycle and the receipt to any shop.`,
    'returns',
  ),
  parseArticle(
    `---
title: Delivery times
questions:
  - When will my bicycle arrive?
  - How long does delivery take to Norway?
---
Delivery takes five working days.`,
    'delivery',
  ),
  parseArticle(
    `---
title: Repair a flat tyre
questions:
  - My tyre has a puncture, can you fix it?
  - What does a new inner tube cost?
---
We repair tyres while you wait. An inner tube costs 12 euros.`,
    'tyres',
  ),
  parseArticle('# Opening hours\n\nWe are open from nine to five, except on Sundays.', 'hours'),
]
