export { parseArticle, type KnowledgeArticle } from './article.ts'
export { knowledge, type KnowledgeOptions } from './knowledge.ts'
export { defaultWeights, type Weights } from './probability.ts'
