import { emitClient, scaffoldClient } from '@plumbline/emit-client';
import { STAGES, type Stages } from '../pipeline/stages.ts';

/** The stages of the command, the client's without a thread of its own: each would load a compiler anew. */
export const STAGES_HERE: Stages = {
  ...STAGES,
  async loadEmit(output) {
    return output === 'client'
      ? { emit: (model) => emitClient(model), scaffold: scaffoldClient }
      : STAGES.loadEmit(output);
  },
};
