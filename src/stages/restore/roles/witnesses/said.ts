/** What a person said that lines of these words are: `roles` in issue.yaml. */
import type { LineRole, Vote, Witness } from '../role.js';
import { saidRoleOf } from '../said-role.js';

export const said: Witness = {
  name: 'said',
  read({ text }, _, { survey }): Vote[] {
    const role: LineRole | undefined = saidRoleOf(text, survey);
    return role ? [{ for: role, weight: 'said' }] : [];
  },
};
