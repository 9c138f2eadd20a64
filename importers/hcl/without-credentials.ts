/** Arguments of a source that open it: https://developer.hashicorp.com/terraform/language/modules/sources, https://github.com/hashicorp/go-getter, 2026-11-28. */
const OPENS = /([?&][\w-]*(?:sshkey|secret|token|password|access_key)[\w-]*=)[^&\s"]+/gi;

/** A module's address as it may be shown: who asks for it, and with what key, is nobody's business. `git@` of SSH names nobody. */
export function withoutCredentials(source: string): string {
  return source.replace(/:\/\/(?!git@)[^\s/?#]*@/g, "://").replace(OPENS, "$1(redacted)");
}
