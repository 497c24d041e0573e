/** A process that worked on a file and is gone: it crashed, or was stopped because nothing came from it for too long. */
export class WorkerLost extends Error {
  readonly code: "crashed" | "timed-out";

  constructor(code: WorkerLost["code"]) {
    super(code);
    this.code = code;
  }
}
