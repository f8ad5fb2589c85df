/** The service worker from the page's side: installs it, says when a new version waits, lets it in. */

export class Updates {
  #registration: ServiceWorkerRegistration | undefined;

  /**
   * `waits` is called when a new version is installed beside the one in use,
   * `kept` when the first worker has taken the page over and can keep what is fetched,
   * `replaced` when a new version has taken over.
   */
  constructor(
    private readonly workers: ServiceWorkerContainer,
    private readonly hear: { readonly waits: () => void; readonly kept: () => void; readonly replaced: () => void },
  ) {}

  async install(script: string): Promise<void> {
    let had = this.workers.controller !== null;
    this.workers.addEventListener("controllerchange", () => {
      if (had) this.hear.replaced();
      else this.hear.kept();
      had = true;
    });
    const registration = await this.workers.register(script);
    this.#registration = registration;
    if (registration.waiting && had) this.hear.waits();
    registration.addEventListener("updatefound", () => this.#follow(registration.installing));
  }

  /** Lets the waiting version in; `replaced` is called when it is. */
  letIn(): void {
    this.#registration?.waiting?.postMessage("take over");
  }

  /** Looks for a new version; a tablet's page stays open for days. */
  async look(): Promise<void> {
    await this.#registration?.update().catch(() => undefined);
  }

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && this.workers.controller !== null) this.hear.waits();
    });
  }
}
