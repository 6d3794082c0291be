import { Failed } from './line'

/** Writes a file the caller named. @throws Failed with a sentence where the file system says no */
export async function writing(file: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new Failed(`${file} cannot be written. Check the path, who may write there, and that there is room.`)
    throw error
  }
}
