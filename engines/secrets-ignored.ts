/** What no code may bring into git, whichever engine it is for: what another one kept in its folder may lie there still. */
export const secretsIgnored = `# The state holds secrets in clear: keep it in a backend that encrypts it, never in git.
*.tfstate
*.tfstate.*
.pulumi/
# Plans hold every value in clear, those of sensitive variables too.
*.tfplan
# Values of variables, secrets among them: files that end in .example name them.
*.tfvars
*.tfvars.json
`;
