import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checkFile, plainName, readCapped } from './files'
import { imagePreview } from './image-preview'

const problemOf = async (bytes: Uint8Array, name: string) => {
  const checked = await checkFile(bytes, name)
  return 'problem' in checked ? checked.problem : checked.file.kind
}

const picture = (format: 'jpeg' | 'png', width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#0E5F63' } })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '31/1 13/1 0/1', GPSLatitudeRef: 'N' } })
    .toFormat(format)
    .toBuffer()

const pdf = (body: string) => Buffer.from(`%PDF-1.7\n${body}\ntrailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1')

const objectStream = (objects: string, dictionary = '/Filter /FlateDecode') =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n5 0 obj << /Type /ObjStm /N 1 /First 4 ${dictionary} >> stream\r\n`, 'latin1'),
    deflateSync(Buffer.from(objects, 'latin1')),
    Buffer.from('\nendstream endobj\n%%EOF', 'latin1'),
  ])

const office = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

describe('a file is taken for what it is', () => {
  test.each([
    ['截图.JPG', () => picture('jpeg'), 'JPEG'],
    ['流水.png', () => picture('png'), 'PNG'],
    ['合同.pdf', () => pdf('1 0 obj << /Type /Catalog >> endobj'), 'PDF'],
    ['说明.docx', () => office({ 'word/document.xml': '<w/>' }), 'DOCX'],
    ['流水.xlsx', () => office({ 'xl/workbook.xml': '<w/>' }), 'XLSX'],
    ['流水.csv', () => Buffer.from('日期,金额\n'), 'CSV'],
    ['流水.csv', () => Buffer.from('c8d5c6da2cbdf0b6ee', 'hex'), 'CSV'],
    ['说明.txt', () => Buffer.from('您好'), 'TXT'],
  ] as const)('%s', async (name, bytes, kind) => {
    expect(await problemOf(await bytes(), name)).toBe(kind)
  })

  test.each([
    ['a renamed program', '工资单.pdf', () => Buffer.from('MZ\x90\0', 'latin1'), 'content_differs'],
    ['a program as such', 'setup.exe', () => Buffer.from('MZ\x90\0', 'latin1'), 'kind_not_allowed'],
    ['a web page', 'a.html', () => Buffer.from('<html>'), 'kind_not_allowed'],
    ['a picture named as another', 'a.png', () => picture('jpeg'), 'content_differs'],
    ['a PDF named as text', 'a.txt', () => pdf(''), 'content_differs'],
    ['a workbook named as a letter', 'a.docx', () => office({ 'xl/workbook.xml': '' }), 'content_differs'],
    ['binary data named as text', 'a.csv', () => Buffer.from([0x61, 0, 0x62]), 'content_differs'],
    ['a name without an ending', 'scan', () => pdf(''), 'kind_not_allowed'],
    ['nothing', 'a.pdf', () => Buffer.alloc(0), 'empty'],
    ['more than 20 MB', 'a.pdf', () => Buffer.alloc(20 * 1024 * 1024 + 1), 'too_large'],
    ['an iPhone photo', 'IMG_0001.HEIC', () => Buffer.from('xxxxftypheic'), 'heic'],
    ['an iPhone photo named as JPEG', 'a.jpg', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
  ] as const)('%s is refused', async (_, name, bytes, problem) => {
    expect(await problemOf(await bytes(), name)).toBe(problem)
  })

  test('the SHA-256 of an accepted file is the published one', async () => {
    // FIPS 180-4 example: "abc".
    expect(await checkFile(Buffer.from('abc'), '证明/a.txt')).toEqual({
      file: { kind: 'TXT', size: 3, name: 'a.txt', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
    })
  })
})

describe('PDFs that do something', () => {
  test.each([
    ['a script', '1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj'],
    ['a script with its name spelled in hex', '1 0 obj << /S /J#61vaScript >> endobj'],
    ['a program to start', '1 0 obj << /S /Launch /F (cmd.exe) >> endobj'],
    ['a file inside', '1 0 obj << /Names << /EmbeddedFiles 2 0 R >> >> endobj'],
    ['a form that sends itself', '1 0 obj << /S /SubmitForm >> endobj'],
    ['a form with scripts', '1 0 obj << /AcroForm << /XFA [(a) 2 0 R] >> >> endobj'],
  ])('%s', async (_, body) => {
    expect(await problemOf(pdf(body), 'a.pdf')).toBe('active_content')
  })

  test('a script packed into an object stream is found', async () => {
    expect(await problemOf(objectStream('1 0 << /S /JavaScript >>'), 'a.pdf')).toBe('active_content')
    expect(await problemOf(objectStream('1 0 << /Type /Page >>'), 'a.pdf')).toBe('PDF')
  })

  test('an object stream that cannot be looked into is refused', async () => {
    expect(await problemOf(objectStream('x', '/Filter [/ASCII85Decode /FlateDecode]'), 'a.pdf')).toBe('damaged')
    expect(await problemOf(pdf('5 0 obj << /Type /Obj#53tm >> stream\nx\nendstream'), 'a.pdf')).toBe('active_content')
  })

  test('a password-protected PDF is refused', async () => {
    expect(await problemOf(Buffer.from('%PDF-1.4\ntrailer << /Encrypt 5 0 R >>\n%%EOF'), 'a.pdf')).toBe('encrypted')
  })

  test('links and words such as "Launch" in the text do not count', async () => {
    expect(await problemOf(pdf('(Launch date) << /S /URI /URI (https://example.org) >>'), 'a.pdf')).toBe('PDF')
  })
})

describe('office files that do something', () => {
  test.each([
    ['macros', { 'word/document.xml': '', 'word/vbaProject.bin': 'x' }],
    ['an embedded program', { 'word/document.xml': '', 'word/embeddings/oleObject1.bin': 'x' }],
    [
      'a template fetched from elsewhere',
      {
        'word/document.xml': '',
        'word/_rels/settings.xml.rels': '<Relationship Type="x/attachedTemplate" Target="http://x/" TargetMode="External"/>',
      },
    ],
  ])('%s', async (_, files) => {
    expect(await problemOf(office(files), 'a.docx')).toBe('active_content')
  })

  test('a letter with an ordinary link is fine', async () => {
    const link = '<Relationship Type="x/hyperlink" Target="https://example.org" TargetMode="External"/>'
    expect(await problemOf(office({ 'word/document.xml': '', 'word/_rels/document.xml.rels': link }), 'a.docx')).toBe('DOCX')
  })

  test('an archive that would fill the memory is refused', async () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) }, { level: 9 })
    expect(await problemOf(bytes, 'a.docx')).toBe('bomb')
  })
})

describe('pictures', () => {
  test('what people look at has neither place nor device in it, and no side over 2,000', async () => {
    const original = await picture('jpeg', 3000, 1500)
    expect((await sharp(original).metadata()).exif).toBeDefined()
    const preview = await sharp(await imagePreview(original)).metadata()
    expect(preview).toMatchObject({ format: 'jpeg', width: 2000, height: 1000 })
    expect(preview.exif).toBeUndefined()
  })

  test('a small picture is not blown up, and one lying on its side is turned upright', async () => {
    const sideways = await sharp(await picture('jpeg'))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect(await sharp(await imagePreview(sideways)).metadata()).toMatchObject({ width: 40, height: 60 })
  })

  test('a few bytes that claim a billion pixels are refused before decoding', async () => {
    const bytes = Buffer.from(await picture('png'))
    bytes.writeUInt32BE(40_000, 16)
    bytes.writeUInt32BE(40_000, 20)
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
    expect(await problemOf(bytes, 'a.png')).toBe('bomb')
  })

  test('a picture that is cut off is refused', async () => {
    const bytes = await picture('jpeg', 800, 800)
    expect(await problemOf(bytes.subarray(0, bytes.length - 400), 'a.jpg')).toBe('damaged')
  })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\张三\\流水.pdf', '流水.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
  ['\u202Efdp.exe', 'fdp.exe'],
  ['', 'file'],
  [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(116)}.pdf`],
])('a name as sent, %j, is kept as %j', (sent, kept) => {
  expect(plainName(sent)).toBe(kept)
})

test('an upload is read to its end, or not beyond the limit', async () => {
  async function* body() {
    yield new Uint8Array([1, 2])
    yield new Uint8Array([3])
  }
  expect(await readCapped(body(), 3)).toEqual(Buffer.from([1, 2, 3]))
  expect(await readCapped(body(), 2)).toBeUndefined()
})
