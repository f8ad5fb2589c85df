/** What every screen is given to draw itself. */
import type { Pack } from "../../core/types";
import type { Kiosk } from "../machine";
import type { Happening } from "../visit";

export interface Stage {
  readonly kiosk: Kiosk;
  /** The pack of the chosen written form. */
  readonly pack: Pack;
  readonly send: (happening: Happening) => void;
}
