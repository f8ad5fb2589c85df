declare module "virtual:languages" {
  /** Code of the form that is used when nothing else is known. */
  export const DEFAULT_FORM: string;
  /** Codes of all written forms, in the order of languages.yml. */
  export const FORM_CODES: readonly string[];
}
