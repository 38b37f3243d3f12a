/**
 * Every message to the person at the terminal, one section a stage.
 *
 * An error says what was found and what to do; file and line are added by whoever prints it.
 */
export const messages = {
  /** Finding and reading what was asked for. */
  acquire: {
  },
};
