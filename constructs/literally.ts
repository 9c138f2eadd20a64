/** A pattern that finds the text itself, outside a character class: `RegExp.escape`, which Node has from 24 on and Exeat runs on 22. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
