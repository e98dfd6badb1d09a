import { fileURLToPath } from 'node:url';
import { cloudflare } from '@cloudflare/vite-plugin';
import { tanstackStart } from '@tanstack/react-start/plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What several pages need, in one file: it packs better than many small ones. */
const SHARED = { name: 'shared', test: /web.src.(api|components|lib)/, minShareCount: 2 };

export default defineConfig({
  root: path('.'),
  cacheDir: path('../build/vite'),
  build: { outDir: path('../build/web'), emptyOutDir: true },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [SHARED] } } } } } },
  plugins: [
    cloudflare({
      configPath: path('../wrangler.toml'),
      // The deployed worker is what this build makes of its source.
      config: { main: path('src/server.ts') },
      viteEnvironment: { name: 'ssr' },
    }),
    tanstackStart(),
    react(),
  ],
});
