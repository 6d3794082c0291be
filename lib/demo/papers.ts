import sharp from 'sharp'
import { startingEvidenceTypes } from '@/lib/evidence/starting-types'
import { pdfOf } from '@/lib/platform/pdf'

export type Papers = ReturnType<typeof papersOf>
type File = { fileName: string; content: string }

/** Made-up documents, real files: each kind is made once, as a page that says what it stands for. `content` is base64. */
export function papersOf(made: Date) {
  const files = new Map<string, Promise<File>>()
  return {
    file(code: string, isPicture = false): Promise<File> {
      const key = `${code} ${isPicture}`
      const known = files.get(key)
      if (known !== undefined) return known
      const file = isPicture ? picture(code) : page(code, made)
      files.set(key, file)
      return file
    },
  }
}

const nameOf = (code: string) => startingEvidenceTypes.find((type) => type.code === code)?.nameZh ?? code

async function page(code: string, made: Date): Promise<File> {
  const title = nameOf(code)
  const blocks = [
    { kind: 'note' as const, text: '演示材料。人物、单位、账号和金额均为虚构，不能作任何用途。' },
    {
      kind: 'paragraph' as const,
      text: `这一页代表客户交来的“${title}”。真实使用时，这里是客户上传的原件，系统按收到的样子保存并计算校验值。`,
    },
  ]
  const pdf = await pdfOf({ layout: 'report', language: 'zh-CN', title, reference: 'DEMO', blocks }, made)
  return { fileName: `${title}.pdf`, content: Buffer.from(pdf).toString('base64') }
}

/** What a photograph of a bill looks like from afar: a light card with grey lines, and no text that could be mistaken for a fact. */
async function picture(code: string): Promise<File> {
  const line = (y: number, width: number, colour: string) =>
    `<rect x="40" y="${y}" width="${width}" height="18" rx="4" fill="${colour}"/>`
  const lines = [120, 180, 220, 260, 340, 380].map((y, index) => line(y, 180 + ((index * 67) % 220), '#c9d1d9')).join('')
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"><rect width="480" height="640" fill="#f6f8fa"/>
    <rect x="20" y="20" width="440" height="600" rx="16" fill="#ffffff"/>${line(56, 140, '#1f6feb')}${lines}</svg>`
  const png = await sharp(Buffer.from(drawing)).png().toBuffer()
  return { fileName: `${nameOf(code)}.png`, content: png.toString('base64') }
}
