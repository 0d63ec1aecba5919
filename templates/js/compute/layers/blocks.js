// Long sums are added up in blocks, as the runtime that recorded the pictures does: each block from zero, then one block after another.
// https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/mlas/lib/sgemm.cpp

const BLOCK = 128;
const COLUMNS = 128;
const FEWEST_COLUMNS = 16;

/** Terms of a block in a dense layer, whose weights the runtime lays out in advance. */
export const DENSE_BLOCK = 256;

/**
 * Terms of a block in a convolution: more where there are fewer cells than terms.
 * @param {number} cells of a map of the output
 * @param {number} terms that each adds up
 */
export function blockOf(cells, terms) {
  let [block, columns] = [BLOCK, COLUMNS];
  while (cells < terms && columns > FEWEST_COLUMNS && columns / 2 >= cells) [block, columns] = [block * 2, columns / 2];
  return block;
}
