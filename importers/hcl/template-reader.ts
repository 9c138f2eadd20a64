import type { Expression, Span } from "./ast.ts";
import { CursorReader } from "./cursor-reader.ts";
import { buildTemplate, type TemplateToken } from "./read-template.ts";

/** Reads quoted texts and heredocs: their parser loses whitespace, so text is taken from the gaps between values. */
export abstract class TemplateReader extends CursorReader {
  abstract expression(): Expression;

  protected quoted(): Expression {
    const span = this.span();
    const tokens = this.templateTokens(span.start + 1, span.end - 1);
    return buildTemplate(tokens, { escapes: true, flush: false, unwrap: true }, span);
  }

  protected heredoc(): Expression {
    const { named } = this.grammar;
    const span = this.span();
    const identifiers: Span[] = [];
    let flush = false;
    this.children((type) => {
      if (type === named.heredoc_start) flush = this.text() === "<<-";
      else if (type === named.heredoc_identifier) identifiers.push(this.span());
    });
    const [open, close] = identifiers;
    if (open === undefined || close === undefined) return { ...span, kind: "bad" };
    const { text } = this.source;
    const from = text.indexOf("\n", open.end) + 1;
    const to = Math.max(from, text.lastIndexOf("\n", Math.max(0, close.end - 1)) + 1);
    const tokens = this.templateTokens(from, to);
    return buildTemplate(tokens, { escapes: false, flush, unwrap: false }, span);
  }

  /** The template parts among the children of the current node; text is taken from the gaps between them. */
  private templateTokens(from: number, to: number): TemplateToken[] {
    const tokens: TemplateToken[] = [];
    let position = from;
    const { named } = this.grammar;
    const { text } = this.source;
    const enter = (): { left: boolean; right: boolean } => {
      const { start, end } = this.span();
      if (start > position) tokens.push({ kind: "text", raw: text.slice(position, start) });
      position = end;
      return { left: text[start + 2] === "~", right: text[end - 2] === "~" };
    };
    const visit = (type: number): void => {
      switch (type) {
        case named.template_interpolation: {
          const markers = enter();
          let value: Expression = { ...this.span(), kind: "bad" };
          this.children((inner) => {
            if (inner === named.expression) value = this.expression();
          });
          tokens.push({ kind: "value", value, ...markers });
          break;
        }
        case named.template_directive:
        case named.template_for:
        case named.template_if:
          if (this.tooDeep()) break;
          this.depth++;
          this.children(visit);
          this.depth--;
          break;
        case named.template_if_intro:
        case named.template_for_start: {
          const markers = enter();
          const names: string[] = [];
          let expression: Expression = { ...this.span(), kind: "bad" };
          this.children((inner) => {
            if (inner === named.identifier) names.push(this.text());
            else if (inner === named.expression) expression = this.expression();
          });
          if (type === named.template_if_intro) tokens.push({ kind: "if", condition: expression, ...markers });
          else {
            const key = names.length > 1 ? names[0] : undefined;
            tokens.push({ kind: "for", key, value: names.at(-1) ?? "", collection: expression, ...markers });
          }
          break;
        }
        case named.template_else_intro:
          tokens.push({ kind: "else", ...enter() });
          break;
        case named.template_if_end:
          tokens.push({ kind: "endif", ...enter() });
          break;
        case named.template_for_end:
          tokens.push({ kind: "endfor", ...enter() });
          break;
      }
    };
    this.children(visit);
    if (to > position) tokens.push({ kind: "text", raw: text.slice(position, to) });
    return tokens;
  }
}
