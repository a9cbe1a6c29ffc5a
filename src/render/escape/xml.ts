// XML 1.0 (2.2) has no way to hold them, however they are written.
const neverInXml = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;

/** A text that XML, and so XLSX and DOCX, can hold: each character that it cannot hold becomes U+FFFD. */
export function heldInXml(text: string): string {
  return text.replace(neverInXml, '\ufffd');
}
