/** An answer that is JSON text already: it goes over the wire as it is, never parsed and built again. */
export class RawJson {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}
