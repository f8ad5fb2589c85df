/** What the tablet does by itself, whoever stands before it: looks after its connection, its packs and its version. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { FORM_CODES } from "../core/forms";
import { loadPack } from "../core/pack";
import { Connection } from "./connection";
import { mayRefresh, mayUpdate, screenName } from "./machine";
import { type Packs, loadPacks } from "./packs";
import { buildOf, ping, signOfLife, tabletName } from "./ping";
import { Updates } from "./updates";
import type { Visit } from "./visit";

/** Between two looks at the guide, with the sign of life, in ms. */
export const HEARTBEAT_MS = 60_000;
/** Between two refreshes of packs and page, in ms; they happen on the attract screen only. */
export const REFRESH_MS = 600_000;

const WORKER = "/sw.js";

export class Chores implements ReactiveController {
  readonly #base = new URL("/", location.href).href;
  readonly #tablet = tabletName(location.search);
  readonly #connection: Connection;
  readonly #updates: Updates | undefined;
  #packs: Packs;
  #stops: (() => void)[] = [];

  /** `replaced` is called when a new version of the page has taken over; `packs` are those had before. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly visit: Visit,
    replaced: () => void,
    packs: Packs,
  ) {
    this.#packs = packs;
    this.#connection = Connection.to(this.#base, (online) => this.#told(online));
    this.#updates = navigator.serviceWorker && this.#updatesOf(navigator.serviceWorker, replaced);
    host.addController(this);
  }

  get packs(): Packs {
    return this.#packs;
  }

  /** Whether the guide answers: asked of it, unless it is known not to. */
  async answers(): Promise<boolean> {
    return this.visit.kiosk.online && this.#connection.doubt();
  }

  hostConnected(): void {
    const timers = [
      setInterval(() => this.#heartbeat(), HEARTBEAT_MS),
      setInterval(() => this.#refresh(), REFRESH_MS),
    ];
    this.#stops = [
      this.#connection.listen(window),
      this.visit.watch((kiosk) => mayUpdate(kiosk) && this.#updates?.letIn()),
      () => timers.forEach(clearInterval),
    ];
    this.#heartbeat();
    void this.#loadPacks();
    // Where no worker may run (plain http) the tablet still works; it only forgets its packs with the page.
    this.#updates?.install(WORKER).catch(() => undefined);
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
  }

  #updatesOf(workers: ServiceWorkerContainer, replaced: () => void): Updates {
    return new Updates(workers, {
      waits: () => this.visit.send({ type: "update" }),
      kept: () => void this.#loadPacks(),
      replaced,
    });
  }

  #told(online: boolean): void {
    this.visit.send({ type: "network", online });
    if (online) this.#refresh();
  }

  #heartbeat(): void {
    signOfLife(document.visibilityState);
    void this.answers();
    // Said again as long as it waits: a worker that was busy may have missed it.
    if (mayUpdate(this.visit.kiosk)) this.#updates?.letIn();
    if (this.#tablet !== null) void this.#ping(this.#tablet);
  }

  async #ping(tablet: string): Promise<void> {
    const sign = { tablet, screen: screenName(this.visit.kiosk), version: buildOf(import.meta.url) };
    await ping(this.#base, sign);
  }

  #refresh(): void {
    if (!mayRefresh(this.visit.kiosk)) return;
    void this.#loadPacks();
    void this.#updates?.look();
  }

  async #loadPacks(): Promise<void> {
    this.#packs = await loadPacks(FORM_CODES, (code) => loadPack(this.#base, code), this.#packs);
    this.host.requestUpdate();
  }
}
