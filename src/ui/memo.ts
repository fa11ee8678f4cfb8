import { h } from 'preact'
import type { Component, ComponentChildren } from 'preact'

const differs = <P extends object>(a: P, b: P): boolean => {
  const keys = Object.keys(b) as (keyof P)[]
  return keys.length !== Object.keys(a).length || keys.some((key) => a[key] !== b[key])
}

/** A component that renders again only when one of its props is another value, so that one row's change leaves the others alone. */
export function memo<P extends object>(component: (props: P) => ComponentChildren): (props: P) => ComponentChildren {
  return function Memo(this: Component<P>, props: P) {
    this.shouldComponentUpdate = (next) => differs<object>(this.props, next)
    return h(component, props)
  }
}
