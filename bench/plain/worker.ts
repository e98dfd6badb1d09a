import { type Env, dueCompany, sync } from './sync';

export default {
  async scheduled(_controller, env) {
    const company = await dueCompany(env);
    if (company) await sync(env, company.source, company.slug);
  },
} satisfies ExportedHandler<Env>;
