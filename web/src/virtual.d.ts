declare module "virtual:languages" {
  /** Code of the form that is used when nothing else is known. */
  export const DEFAULT_FORM: string;
  /** Codes of all written forms, in the order of languages.yml. */
  export const FORM_CODES: readonly string[];
}

declare module "virtual:fonts" {
  /** A font file under fonts/ and the letters that it has. */
  export const FONTS: readonly {
    readonly family: string;
    readonly file: string;
    readonly weight: string;
    readonly unicode_range: string;
  }[];
}
