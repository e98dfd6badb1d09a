import aggregator from '../../build/wasm-release/aggregator.wasm';
import ats from '../../build/wasm-release/ats.wasm';
import { drive } from '../../js-shim/host/drive.js';
import { measured } from './measured.js';

export default measured({
  sync(env, source, slug) {
    const module = source === 'remoteok' ? aggregator : ats;
    return drive(module, env, { trigger: 'manual', company: { source, slug } });
  },
  tick: (env) => drive(ats, env, { trigger: 'cron' }),
});
