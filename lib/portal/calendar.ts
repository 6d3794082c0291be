import { addDays, type CivilDate } from '@/lib/platform/dates'

export type DueDay = { id: string; caseNumber: string; n: number; dueOn: CivilDate }

/**
 * Due days as an iCalendar file (RFC 5545): whole days, each under an identifier that stays, and with nothing in it but the
 * case's number: no name, no amount, no lender. The zone is spelled out, because some calendars know none.
 */
export function calendarFile(days: readonly DueDay[], now: Date, words: { name: string; title: string }): string {
  const stamp = `${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Parley//Due days//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...[`X-WR-CALNAME:${text(words.name)}`, 'X-WR-TIMEZONE:Asia/Shanghai', 'REFRESH-INTERVAL;VALUE=DURATION:PT12H'],
    ...shanghai,
    ...days.flatMap((day) => event(day, stamp, words.title)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const shanghai = [
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19910915T000000'],
  ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'],
]

const event = ({ id, caseNumber, n, dueOn }: DueDay, stamp: string, title: string) => [
  ...['BEGIN:VEVENT', `UID:${id}-${n}@parley.invalid`, `DTSTAMP:${stamp}`, 'SEQUENCE:0'],
  ...[`DTSTART;VALUE=DATE:${plain(dueOn)}`, `DTEND;VALUE=DATE:${plain(addDays(dueOn, 1))}`],
  ...[`SUMMARY:${text(`${caseNumber} ${title}`)}`, 'TRANSP:TRANSPARENT', 'CLASS:PRIVATE', 'END:VEVENT'],
]

const plain = (day: CivilDate) => day.replaceAll('-', '')
const text = (words: string) => words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** No line longer than 75 octets, and no character cut in two. */
function folded(line: string): string {
  const parts: string[] = ['']
  for (const character of line) {
    const last = parts.at(-1) ?? ''
    const room = parts.length === 1 ? 75 : 74
    if (Buffer.byteLength(last + character) > room) parts.push(character)
    else parts[parts.length - 1] = last + character
  }
  return parts.join('\r\n ')
}
