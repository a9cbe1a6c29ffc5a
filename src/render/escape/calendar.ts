declare const calendarBrand: unique symbol;
declare const lineBrand: unique symbol;

/** A value of type TEXT in iCalendar (RFC 5545, 3.3.11). */
export type CalendarText = string & { readonly [calendarBrand]: true };

/** A content line of iCalendar, folded, with its CRLF (RFC 5545, 3.1). */
export type CalendarLine = string & { readonly [lineBrand]: true };

const mostOctets = 75;
const controls = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** Escapes a foreign text for iCalendar: line breaks become `\n`, so that it can begin no property. */
export function calendarText(text: string): CalendarText {
  return text
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '\ufffd')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n') as CalendarText;
}

/** A property of our own name (`SUMMARY`, `DTSTART;VALUE=DATE`) with its value, folded between characters. */
export function calendarLine(property: string, value: CalendarText): CalendarLine {
  let folded = '';
  let octets = 0;
  for (const character of `${property}:${value}`) {
    const size = octetsOf(character);
    if (octets + size > mostOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n` as CalendarLine;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
