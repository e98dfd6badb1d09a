import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cloudflare } from '@cloudflare/vite-plugin';
import { tanstackStart } from '@tanstack/react-start/plugin/vite';
import react from '@vitejs/plugin-react';
import { type Plugin, defineConfig } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What several pages need, in one file: it packs better than many small ones. */
const SHARED = { name: 'shared', test: /web.src.(api|components|lib)/, minShareCount: 2 };

/** The fonts of previews (src/server/painter.ts). The last one is on machines that had it for the set-up. */
const FONTS = {
  bold: '../node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  regular: '../node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  fallback: '../.toolchain/deps/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
};

/** Puts the fonts among the files that the site serves. */
const fonts = (): Plugin => ({
  name: 'fonts',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle() {
    for (const [name, file] of Object.entries(FONTS)) {
      if (existsSync(path(file))) this.emitFile({ type: 'asset', fileName: `fonts/${name}.ttf`, source: readFileSync(path(file)) });
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
