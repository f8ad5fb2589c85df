/** Cuts a stream of bytes into lines, wherever the network has cut it before. */

/** A line longer than this many UTF-16 units is no reply of ours: the stream is given up. */
const LONGEST_LINE = 1_000_000;

/** The lines of a UTF-8 stream, without their ends; empty ones are left out. Throws RangeError on an endless line. */
export async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const whole = rest.split("\n");
    rest = whole.pop() ?? "";
    if (rest.length > LONGEST_LINE) throw new RangeError("a line without end");
    yield* whole.filter(filled);
  }
  rest += decoder.decode();
  if (filled(rest)) yield rest;
}

function filled(line: string): boolean {
  return line.trim() !== "";
}
