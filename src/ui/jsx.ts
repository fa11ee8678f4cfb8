import { type ComponentType, type VNode, createElement } from 'preact'

/** What compiled JSX calls, by the one maker of nodes that a page has anyway: the browser build has it in place of Preact's own. */
export const jsx = (type: ComponentType<object> | string, props: object, key?: string | number): VNode<object> =>
  createElement(type as ComponentType<object>, key === undefined ? props : { ...props, key })

export { jsx as jsxs }
export { Fragment } from 'preact'
