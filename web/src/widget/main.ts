/** The entry of dist/widget.js: makes `<horgos-guide>` and the chat in it known to the page. */
import "../chat/chat";
import { HorgosGuide } from "./guide";

if (!customElements.get("horgos-guide")) customElements.define("horgos-guide", HorgosGuide);
