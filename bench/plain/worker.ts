import { type Env, syncDue } from './sync';

export default {
  async scheduled(_controller, env) {
    await syncDue(env);
  },
} satisfies ExportedHandler<Env>;
