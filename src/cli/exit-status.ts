/** The exit statuses of commands. */
export const exitStatus = {
  fine: 0,
  /** The input was wrong, a check or test failed, or a question could not be answered. */
  failed: 1,
  /** The command was used in a way that it does not have. */
  wrongUse: 2,
  /** A mistake of Tenor's own; the number is that of `EX_SOFTWARE` in sysexits.h. */
  ourMistake: 70,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
