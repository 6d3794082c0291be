/** A list of numbers that grows without being copied often, and takes eight bytes a number. */
export function growingNumbers() {
  let room = new Float64Array(1024)
  let length = 0
  return {
    push: (value: number) => {
      if (length === room.length) {
        const larger = new Float64Array(2 * room.length)
        larger.set(room)
        room = larger
      }
      room[length++] = value
    },
    all: () => room.slice(0, length),
  }
}
