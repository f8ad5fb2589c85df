/** The entry of the tablet's page. */
import { HorgosKiosk } from "./kiosk";

customElements.define("horgos-kiosk", HorgosKiosk);
