/** A function of the integrator that may throw: then what is ours stays, and its error is told. */
export const guarded = <A extends readonly unknown[]>(
  render: ((...args: A) => Node | undefined) | undefined,
  onError: (error: unknown) => void,
): ((...args: A) => Node | undefined) | undefined =>
  render && ((...args) => {
    try {
      return render(...args)
    } catch (error) {
      onError(error)
      return undefined
    }
  })
