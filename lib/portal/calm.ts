type Sentence = 'uploadBy' | 'payText' | 'payLate'

/** The sentence of `portal` that says by when, on every page alike: without urging for who needs care. */
export const calmly = <Name extends Sentence>(name: Name, isCalm: boolean) => (isCalm ? (`calm.${name}` as const) : name)
