import { beforeEach, expect, test, vi } from "vitest";
import { Updates } from "./updates";

class Worker extends EventTarget {
  readonly posted: unknown[] = [];
  constructor(public state: string) {
    super();
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  turns(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class Registration extends EventTarget {
  waiting: Worker | null = null;
  installing: Worker | null = null;
  update = vi.fn(() => Promise.resolve());
  finds(worker: Worker): void {
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
  }
}

class Workers extends EventTarget {
  readonly registration = new Registration();
  controller: Worker | null = null;
  register = vi.fn(() => Promise.resolve(this.registration));
  changesTo(worker: Worker): void {
    this.controller = worker;
    this.dispatchEvent(new Event("controllerchange"));
  }
}

let workers: Workers;
let heard: string[];

beforeEach(() => {
  workers = new Workers();
  heard = [];
});

async function installed(): Promise<Updates> {
  const updates = new Updates(workers as unknown as ServiceWorkerContainer, {
    waits: () => heard.push("waits"),
    kept: () => heard.push("kept"),
    replaced: () => heard.push("replaced"),
  });
  await updates.install("/sw.js");
  return updates;
}

test("the very first worker keeps the packs and replaces nothing", async () => {
  await installed();
  const first = new Worker("installing");
  workers.registration.finds(first);
  first.turns("installed");
  workers.changesTo(first);
  expect(heard).toEqual(["kept"]);
});

test("a second one waits, is let in, and replaces the first", async () => {
  workers.controller = new Worker("activated");
  const updates = await installed();
  const second = new Worker("installing");
  workers.registration.finds(second);
  expect(heard).toEqual([]);
  second.turns("installed");
  expect(heard).toEqual(["waits"]);
  workers.registration.waiting = second;
  updates.letIn();
  expect(second.posted).toEqual(["take over"]);
  workers.changesTo(second);
  expect(heard).toEqual(["waits", "replaced"]);
});

test("one that has waited since before this page was loaded is seen too", async () => {
  workers.controller = new Worker("activated");
  workers.registration.waiting = new Worker("installed");
  await installed();
  expect(heard).toEqual(["waits"]);
});

test("a worker that fails to install is no news", async () => {
  workers.controller = new Worker("activated");
  await installed();
  const broken = new Worker("installing");
  workers.registration.finds(broken);
  broken.turns("redundant");
  expect(heard).toEqual([]);
});

test("a look for a new version that fails is no failure of the tablet", async () => {
  const updates = await installed();
  workers.registration.update.mockRejectedValueOnce(new TypeError("no network"));
  await expect(updates.look()).resolves.toBeUndefined();
  expect(workers.registration.update).toHaveBeenCalledTimes(1);
});
