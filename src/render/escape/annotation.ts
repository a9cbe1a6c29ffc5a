import type { Printable } from '../printable.ts';

declare const annotationBrand: unique symbol;

/** A piece of a workflow command of GitHub Actions in which nothing ends the command or begins another. */
export type AnnotationText = string & { readonly [annotationBrand]: true };

/** The message of a command, as its runner reads it back: `%` and line ends are escaped. */
export function annotationMessage(text: Printable): AnnotationText {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A') as AnnotationText;
}

/** The value of a property of a command, in which `:` and `,` mean something as well. */
export function annotationProperty(text: Printable): AnnotationText {
  return annotationMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C') as AnnotationText;
}
