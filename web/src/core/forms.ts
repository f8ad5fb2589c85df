/** Which written form somebody wants, told from what is known of him. */
import { DEFAULT_FORM, FORM_CODES } from "virtual:languages";

export { DEFAULT_FORM, FORM_CODES };

/**
 * The form a BCP 47 tag asks for, or undefined when it is none of ours.
 * CLDR's likely subtags, which the browser knows, fill in the script: `zh-TW` is zh-Hant, `kk` kk-Cyrl, `kk-CN` kk-Arab.
 */
export function formOfTag(tag: string, codes: readonly string[] = FORM_CODES): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag.trim().replaceAll("_", "-")).maximize();
    return codes.find((code) => code === `${language}-${script}`) ?? codes.find((code) => code === tag);
  } catch {
    return undefined;
  }
}

/** The first of the tags that is a form of ours; the default form when none is. */
export function firstForm(tags: readonly (string | null | undefined)[], codes: readonly string[] = FORM_CODES): string {
  for (const tag of tags) {
    const code = tag ? formOfTag(tag, codes) : undefined;
    if (code !== undefined) return code;
  }
  return DEFAULT_FORM;
}

/** The form a reply was written in. */
export function formOfReply(reply: { readonly language: string; readonly script: string }): string {
  return `${reply.language}-${reply.script}`;
}
