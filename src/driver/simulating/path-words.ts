/** Why there is no figure, in a few words: what stands in the way can be another thing on each path. Both engines say the same. */

export const notMarked = (role: string) => `the template marks no value as \`${role}\``;

export const notPaid = "the template does not say what the holder paid";
export const someLeft = "principal is left at the end";
export const withoutFigure = (value: string) => `\`${value}\` has no figure on that day; \`--path K --json\` shows why`;
export const withoutLevel = (value: string) => `\`${value}\` has no figure on some day`;

/** So small a part of a binary figure is nothing: sums leave it. */
export const nothing = 2 ** -44;
