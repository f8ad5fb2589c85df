import { expect, test } from "vitest";
import { type Route, routeOf } from "./route";

const HOME = "https://guide.example";
const SHELL = new Set(["/kiosk", "/assets/kiosk-a1b2c3d4.js", "/kiosk-192.png"]);

const TABLE: [string, string, string, Route][] = [
  ["GET", "navigate", `${HOME}/kiosk`, "page"],
  ["GET", "navigate", `${HOME}/kiosk?tablet=desk-1`, "page"],
  ["GET", "navigate", `${HOME}/`, "network"],
  ["GET", "navigate", `${HOME}/kk`, "network"],
  ["GET", "cors", `${HOME}/assets/kiosk-a1b2c3d4.js`, "shell"],
  ["GET", "no-cors", `${HOME}/kiosk-192.png`, "shell"],
  ["GET", "cors", `${HOME}/assets/other-a1b2c3d4.js`, "network"],
  ["GET", "cors", `${HOME}/pack/kk-Arab.json`, "pack"],
  ["HEAD", "cors", `${HOME}/pack/kk-Arab.json`, "network"],
  ["GET", "cors", `${HOME}/pack/../webhooks/web/session`, "network"],
  ["GET", "cors", `${HOME}/webhooks/web/health`, "network"],
  ["POST", "cors", `${HOME}/webhooks/web/session`, "network"],
  ["POST", "cors", `${HOME}/webhooks/web/message`, "network"],
  ["GET", "cors", `${HOME}/webhooks/web/message`, "network"],
  ["POST", "cors", `${HOME}/pack/kk-Arab.json`, "network"],
  ["GET", "cors", "https://other.example/pack/kk-Arab.json", "network"],
  ["GET", "no-cors", "https://other.example/kiosk-192.png", "network"],
];

test.each(TABLE)("%s (%s) %s goes by %s", (method, mode, url, route) => {
  expect(routeOf({ method, mode, url }, HOME, SHELL)).toBe(route);
});
