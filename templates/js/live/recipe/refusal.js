/** A picture that can't be taken; `key` names the words that say why. */
export class PictureError extends Error {
  /** @param {string} key @param {...(string | number)} values */
  constructor(key, ...values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}
