import { getMessages } from 'next-intl/server'

/** Rows of the permission table in words: `case.move` is 移动案件阶段. A name of another version stands as it is. */
export async function deedWords(): Promise<(name: string) => string> {
  const known: Record<string, string> = (await getMessages()).deeds
  return (name) => known[name.replace('.', '_')] ?? name
}
