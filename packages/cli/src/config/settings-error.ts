/** A wrong part of a configuration that a schema cannot tell: its key, and why in English. */
export class SettingsError extends Error {
  readonly key: string;

  constructor(key: string, reason: string) {
    super(reason);
    this.key = key;
  }
}
