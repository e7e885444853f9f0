/** A backup could not be made, tried out or put back; says why. `exists` tells that the file is there already. */
export class BackupError extends Error {
  override name = "BackupError";
  constructor(
    message: string,
    readonly exists = false,
  ) {
    super(message);
  }
}
