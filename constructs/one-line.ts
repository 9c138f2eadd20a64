/** Text in a sentence, a comment or a table: on one line, and cut where it is longer. It is there to be recognised, not to be read. */
export function oneLine(text: string, most = 100): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
