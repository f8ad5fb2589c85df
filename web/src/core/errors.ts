/** Why a question got no answer. */
import type { ErrorCode } from "./types";

const CODES: Readonly<Record<ErrorCode, true>> = {
  bad_request: true,
  session_missing: true,
  session_invalid: true,
  session_expired: true,
  origin_not_allowed: true,
  not_found: true,
  method_not_allowed: true,
  button_not_offered: true,
  too_large: true,
  not_json: true,
  text_too_long: true,
  rate_limited: true,
  unavailable: true,
  offline: true,
  timeout: true,
  cut: true,
};

export function isCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(CODES, value);
}

export class GuideError extends Error {
  /** `retryAfter`: whole seconds after which the server would have it again. */
  constructor(
    readonly code: ErrorCode,
    readonly retryAfter?: number,
  ) {
    super(code);
    this.name = "GuideError";
  }
}

/** The code of anything that was thrown; undefined when it is no GuideError. */
export function codeOf(trouble: unknown): ErrorCode | undefined {
  return trouble instanceof GuideError ? trouble.code : undefined;
}
