/** The entry of the tablet's page. */
import { registerFonts } from "../widget/fonts";
import { HorgosKiosk } from "./kiosk";

registerFonts(new URL("/", location.href).href);
customElements.define("horgos-kiosk", HorgosKiosk);
