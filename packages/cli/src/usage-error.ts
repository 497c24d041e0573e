/** Wrong usage: the message is for the user, in the user's language. Exit code 2. */
export class UsageError extends Error {}
