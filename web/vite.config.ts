import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cloudflare } from '@cloudflare/vite-plugin';
import { tanstackStart } from '@tanstack/react-start/plugin/vite';
import react from '@vitejs/plugin-react';
import { type Plugin, defineConfig } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What several pages need, in one file: it packs better than many small ones. */
const SHARED = { name: 'shared', test: /web.src.(api|components|lib)/, minShareCount: 2 };

const INTER = '../node_modules/@expo-google-fonts/inter';
const DROID = '../.toolchain/deps/share';

/**
 * The fonts of previews (src/server/painter.ts) with their licences. Those of the fallback are on machines that had it
 * for the set-up.
 */
const FONTS = {
  'bold.ttf': `${INTER}/600SemiBold/Inter_600SemiBold.ttf`,
  'regular.ttf': `${INTER}/400Regular/Inter_400Regular.ttf`,
  'inter-licence.txt': `${INTER}/LICENSE_FONT`,
  'fallback.ttf': `${DROID}/fonts-droid-fallback/truetype/DroidSansFallback.ttf`,
  'fallback-licence.txt': `${DROID}/doc/fonts-droid-fallback/copyright`,
};

/** Puts the fonts among the files that the site serves. */
const fonts = (): Plugin => ({
  name: 'fonts',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle() {
    for (const [name, file] of Object.entries(FONTS)) {
      if (existsSync(path(file))) this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(path(file)) });
    }
  },
});

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
    fonts(),
  ],
});
